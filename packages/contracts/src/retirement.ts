import { z } from "zod";
import { Instant, VersionNumber } from "./values.ts";

/** That a thing is retired: it is chosen no more, and what it was part of stays as it was. Null of one that is not. */
export const Retired = z
  .object({
    retiredAt: Instant,
    retiredBy: z.string(),
    /** Empty where none was asked for yet. */
    reason: z.string(),
  })
  .nullable();
export type Retired = z.infer<typeof Retired>;

/** Retires a thing as it stood at a version. */
export const RetireThing = z.strictObject({
  version: VersionNumber,
  reason: z.string().trim().min(1).max(500),
});
export type RetireThing = z.infer<typeof RetireThing>;

/** Brings a retired thing back, as it stood at a version. */
export const RestoreThing = z.strictObject({ version: VersionNumber });
export type RestoreThing = z.infer<typeof RestoreThing>;

/** Of a list: "true" for what is retired alone, "false" for what is not; both, each saying which, where left out. */
export const retiredFilter = { retired: z.enum(["true", "false"]).optional() };
