import type { FileInspection, InspectUpload } from "@liftledger/contracts/import";
import { FileRefusal } from "@liftledger/files/file-refusal";
import { inspectFile as inspect } from "@liftledger/files/guess-recipe";
import type { z } from "zod";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import type { FileSource } from "./file-source.ts";
import { refusedFile } from "./refused-file.ts";

/** A file to be looked at, and how its text is written down where that is known. */
export interface FileToInspect {
  readonly file: FileSource;
  readonly encoding?: z.infer<typeof InspectUpload>["encoding"] | undefined;
}

/**
 * Looks at a file before there is a recipe: its columns, what they look like, and what a person must
 * decide. Throws "file-refused" where it is no CSV that can be read.
 */
export async function inspectFile(ctx: Context, { file, encoding }: FileToInspect): Promise<FileInspection> {
  mustBe(ctx, "contributor");
  try {
    return await inspect(file.open, encoding);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const { message, place, rule } = error;
    // Who looks at a file can say how it is written and look again.
    throw refusedFile([{ place: rule === "broken-encoding" ? "encoding" : place, rule, message }]);
  }
}
