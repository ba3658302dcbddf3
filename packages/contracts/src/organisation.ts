import { z } from "zod";
import { Id } from "./ids.ts";
import { CurrencyCode } from "./values.ts";

export const Organisation = z.object({
  organisationId: Id,
  name: z.string(),
  kind: z.enum(["default", "demo"]),
  currency: CurrencyCode,
  /** How many initiatives it holds, so that a page can choose what to show first. */
  initiatives: z.number().int(),
});
export type Organisation = z.infer<typeof Organisation>;
