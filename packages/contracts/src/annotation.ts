import { z } from "zod";
import { Id } from "./ids.ts";
import { Instant, IsoDate, VersionNumber } from "./values.ts";

const Text = z.string().trim().min(1).max(400);
const inOrder = { message: "the last day does not lie before the first", path: ["until"] };

/** A note on an initiative or on a series: what happened on a day, or from one day to another. */
export const NewAnnotation = z
  .strictObject({
    initiativeId: Id.optional(),
    seriesId: Id.optional(),
    from: IsoDate,
    /** The last day of a period; left out for a single day. */
    until: IsoDate.optional(),
    text: Text,
  })
  .refine(({ initiativeId, seriesId }) => (initiativeId === undefined) !== (seriesId === undefined), {
    message: "on an initiative or on a series: one of the two",
    path: ["initiativeId"],
  })
  .refine(({ from, until }) => until === undefined || until >= from, inOrder);
export type NewAnnotation = z.infer<typeof NewAnnotation>;

/** Takes the place of what was noted as a whole. */
export const ChangeAnnotation = z
  .strictObject({ version: VersionNumber, from: IsoDate, until: IsoDate.optional(), text: Text })
  .refine(({ from, until }) => until === undefined || until >= from, inOrder);
export type ChangeAnnotation = z.infer<typeof ChangeAnnotation>;

export const Annotation = z.object({
  annotationId: Id,
  /** What it is on: one of the two. */
  initiativeId: Id.nullable(),
  seriesId: Id.nullable(),
  from: IsoDate,
  until: IsoDate.nullable(),
  text: z.string(),
  version: z.number().int(),
  createdAt: Instant,
  createdBy: z.string(),
  changedAt: Instant,
  changedBy: z.string(),
});
export type Annotation = z.infer<typeof Annotation>;
