import { getAnnotation, retractAnnotation as retractStored } from "@liftledger/database/annotations";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { mustOwnAnnotated } from "./must-own-annotated.ts";

/** Takes a note back: it is shown no more, and the audit chain keeps what it said. */
export async function retractAnnotation(
  ctx: Context,
  { annotationId }: { annotationId: string },
): Promise<{ retracted: true }> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getAnnotation(tx, ctx.organisationId, annotationId);
    await mustOwnAnnotated(ctx, tx, before);
    await retractStored(tx, ctx.organisationId, annotationId, ctx.now);
    const after = { ...before, retractedAt: ctx.now };
    audit({ action: "retractAnnotation", noun: "annotation", id: annotationId, before, after });
    return { retracted: true };
  });
}
