import { z } from "zod";
import { Id } from "./ids.ts";
import { CurrencyCode, VersionNumber } from "./values.ts";

export const Organisation = z.object({
  organisationId: Id,
  name: z.string(),
  kind: z.enum(["default", "demo"]),
  currency: CurrencyCode,
  /** How many initiatives it holds, so that a page can choose what to show first. */
  initiatives: z.number().int(),
  version: z.number().int(),
});
export type Organisation = z.infer<typeof Organisation>;

export const RenameOrganisation = z.strictObject({
  version: VersionNumber,
  name: z.string().trim().min(1).max(80),
});
