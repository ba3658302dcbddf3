import type { FileInspection } from "@liftledger/contracts/import";
import { inspectFile as inspect } from "@liftledger/files/guess-recipe";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import type { FileSource } from "./file-source.ts";

/** Looks at a file before there is a recipe: its columns, what they look like, and what a person must decide. */
export async function inspectFile(ctx: Context, { file }: { file: FileSource }): Promise<FileInspection> {
  mustBe(ctx, "contributor");
  return inspect(file.open);
}
