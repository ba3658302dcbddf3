import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { countInitiatives } from "@liftledger/database/initiatives";
import { listOrganisations as listStored } from "@liftledger/database/organisations";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";

/** The organisations kept here, each with the number of its initiatives. */
export async function listOrganisations(ctx: Context): Promise<EndpointOutput<"listOrganisations">> {
  mustBe(ctx, "viewer");
  const rows = [];
  for (const { organisationId, name, kind, currency } of await listStored(ctx.db.read)) {
    const initiatives = await countInitiatives(ctx.db.read, organisationId);
    rows.push({ organisationId, name, kind, currency, initiatives });
  }
  return { rows };
}
