import type { FileInspection } from "@liftledger/contracts/import";
import { FileRefusal } from "@liftledger/files/file-refusal";
import { inspectFile as inspect } from "@liftledger/files/guess-recipe";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { ProblemError } from "../problem.ts";
import type { FileSource } from "./file-source.ts";

/**
 * Looks at a file before there is a recipe: its columns, what they look like, and what a person must
 * decide. Throws "file-refused" where it is no CSV that can be read.
 */
export async function inspectFile(ctx: Context, { file }: { file: FileSource }): Promise<FileInspection> {
  mustBe(ctx, "contributor");
  try {
    return await inspect(file.open);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const { message, place } = error;
    throw new ProblemError("file-refused", message, [{ field: place, message }]);
  }
}
