import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { getInitiative } from "@liftledger/database/initiatives";
import { listReadinessAnswers as listStored } from "@liftledger/database/readiness-answers";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { answerView } from "./answer-view.ts";

/** Every answer about an initiative, the latest first unless another order is asked for. */
export async function listReadinessAnswers(
  ctx: Context,
  query: { initiativeId: string } & EndpointRequest<"listReadinessAnswers">["query"],
): Promise<EndpointOutput<"listReadinessAnswers">> {
  mustBe(ctx, "viewer");
  const { read } = ctx.db;
  await getInitiative(read, ctx.organisationId, query.initiativeId);
  const { rows, nextCursor } = await listStored(read, ctx.organisationId, query);
  const nameOf = await personNames(ctx, read);
  return { rows: rows.map((row) => answerView(row, nameOf)), nextCursor };
}
