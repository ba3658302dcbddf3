import type { Annotation, ChangeAnnotation } from "@liftledger/contracts/annotation";
import { getAnnotation, updateAnnotation } from "@liftledger/database/annotations";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { annotationView } from "./annotation-view.ts";
import { mustOwnAnnotated } from "./must-own-annotated.ts";

/** Writes a note anew; "conflict" when somebody was faster. What it is on stays. */
export async function changeAnnotation(
  ctx: Context,
  { annotationId, version, from, until, text }: ChangeAnnotation & { annotationId: string },
): Promise<Annotation> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const before = await getAnnotation(tx, ctx.organisationId, annotationId);
    await mustOwnAnnotated(ctx, tx, before);
    const by = { changedAt: ctx.now, changedBy: ctx.actor.personId };
    await updateAnnotation(tx, ctx.organisationId, version, {
      annotationId,
      from,
      until: until ?? null,
      text,
      ...by,
    });
    const after = await getAnnotation(tx, ctx.organisationId, annotationId);
    audit({ action: "changeAnnotation", noun: "annotation", id: annotationId, before, after });
    return annotationView(after, await personNames(ctx, tx));
  });
}
