import { isTimeZone } from "@liftledger/kpis/time-zone";
import { z } from "zod";
import { Id } from "./ids.ts";
import { CurrencyCode, VersionNumber } from "./values.ts";

/** A time zone of the IANA list, "Europe/Berlin". */
const TimeZone = z.string().max(60).refine(isTimeZone, { message: 'a time zone such as "Europe/Berlin"' });

export const Organisation = z.object({
  organisationId: Id,
  name: z.string(),
  kind: z.enum(["default", "demo"]),
  currency: CurrencyCode,
  /** Its clock says which day it is: up to when figures count, and which week is due. */
  timeZone: z.string(),
  /** How many initiatives it holds, so that a page can choose what to show first. */
  initiatives: z.number().int(),
  version: z.number().int(),
});
export type Organisation = z.infer<typeof Organisation>;

/** What is left out stays as it is. */
export const ChangeOrganisation = z
  .strictObject({
    version: VersionNumber,
    name: z.string().trim().min(1).max(80).optional(),
    /** All money is counted in it; it can be chosen until the first amount is entered. */
    currency: CurrencyCode.optional(),
    timeZone: TimeZone.optional(),
  })
  .refine(({ version: _version, ...change }) => Object.values(change).some((value) => value !== undefined), {
    message: "say what changes: name, currency or timeZone",
  });
