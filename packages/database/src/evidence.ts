import { z } from "zod";

/** What shows something: a link, a file by its reference, or a thing in the product. Kept as JSON. */
export const KeptEvidence = z.array(
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("link"), address: z.string(), text: z.string() }),
    z.object({ kind: z.literal("file"), reference: z.string() }),
    z.object({ kind: z.literal("object"), noun: z.string(), id: z.string(), text: z.string() }),
  ]),
);
export type KeptEvidence = z.infer<typeof KeptEvidence>;
