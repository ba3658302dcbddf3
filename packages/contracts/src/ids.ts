import { z } from "zod";

/** An opaque identifier made by the server (UUID version 7), or one of the two fixed organisation ids. */
export const Id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9-]+$/, "letters, digits and hyphens only");

/** A KPI's key: lower case words joined by hyphens, the same in every version. */
export const KpiKey = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "lower-case words joined by hyphens, such as lead-response-time");
