import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { lists } from "@liftledger/contracts/lists";
import { listWebhooks as listStored } from "@liftledger/database/webhooks";
import type { Context } from "../context.ts";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { webhookView } from "./webhook-view.ts";

/** The webhooks that stand, by name. */
export async function listWebhooks(
  ctx: Context,
  query: ListQuery = {},
): Promise<EndpointOutput<"listWebhooks">> {
  mustBe(ctx, "admin");
  const nameOf = await personNames(ctx, ctx.db.read);
  const hooks = (await listStored(ctx.db.read, ctx.organisationId)).filter((hook) => hook.removedAt === null);
  return pageRows(
    lists.listWebhooks.list,
    hooks.map((hook) => webhookView(hook, nameOf)),
    query,
  );
}
