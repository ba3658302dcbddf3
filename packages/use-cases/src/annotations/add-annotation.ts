import type { Annotation, NewAnnotation } from "@liftledger/contracts/annotation";
import { getAnnotation, insertAnnotation } from "@liftledger/database/annotations";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { personNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { annotationView } from "./annotation-view.ts";
import { mustOwnAnnotated } from "./must-own-annotated.ts";

/** Notes what happened on a day or in a period, on an initiative or on a series. No figure moves by it. */
export async function addAnnotation(ctx: Context, note: NewAnnotation): Promise<Annotation> {
  mustBe(ctx, "contributor");
  const { from, text } = note;
  const initiativeId = note.initiativeId ?? null;
  const seriesId = note.seriesId ?? null;
  const until = note.until ?? null;
  return changeOnce(ctx, async (tx, audit, ctx) => {
    await mustOwnAnnotated(ctx, tx, { initiativeId, seriesId });
    const annotationId = ctx.newId();
    const [at, by] = [ctx.now, ctx.actor.personId];
    const made = { createdAt: at, createdBy: by, changedAt: at, changedBy: by };
    const kept = { annotationId, initiativeId, seriesId, from, until, text, ...made };
    await insertAnnotation(tx, ctx.organisationId, kept);
    const after = await getAnnotation(tx, ctx.organisationId, annotationId);
    audit({ action: "addAnnotation", noun: "annotation", id: annotationId, before: null, after });
    return annotationView(after, await personNames(ctx, tx));
  });
}
