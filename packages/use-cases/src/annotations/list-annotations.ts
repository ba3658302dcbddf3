import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { listAnnotations as listStored } from "@liftledger/database/annotations";
import { listBenefits } from "@liftledger/database/benefits";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { annotationView } from "./annotation-view.ts";

/** The notes that stand, latest day first; of an initiative also those on the series that its benefits claim. */
export async function listAnnotations(
  ctx: Context,
  { initiativeId, seriesId, ...page }: EndpointRequest<"listAnnotations">["query"],
): Promise<EndpointOutput<"listAnnotations">> {
  mustBe(ctx, "viewer");
  const { read } = ctx.db;
  const initiativeIds = initiativeId === undefined ? [] : [initiativeId];
  const claimed = await listBenefits(read, ctx.organisationId, { initiativeIds });
  const seriesIds = [
    ...claimed.map((benefit) => benefit.seriesId),
    ...(seriesId === undefined ? [] : [seriesId]),
  ];
  const isOfAll = initiativeId === undefined && seriesId === undefined;
  const { rows, nextCursor } = await listStored(read, ctx.organisationId, {
    ...page,
    ...(isOfAll ? {} : { on: { initiativeIds, seriesIds } }),
  });
  const nameOf = await personNames(ctx, read);
  return { rows: rows.map((row) => annotationView(row, nameOf)), nextCursor };
}
