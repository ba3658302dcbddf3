import { z } from "zod";

/** What is asked of a tool or of data: yes, no, or nobody has looked yet, which is not the same as no. */
export const Known = z.enum(["yes", "no", "not-known"]);
export type Known = z.infer<typeof Known>;
