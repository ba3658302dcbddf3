import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  hostileBytes,
  hostileFiles,
  hostileRecipe,
  reasonsOf,
  verdictOf,
  type Previewed,
} from "@liftledger/files/testing/hostile-uploads";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "./testing/run-command.ts";

const why = hostileFiles.length > 0 ? "" : " (skipped: the hostile files are not beside the repository)";
/** Of a preview: taken, with some rows or all, refused, or asked about. */
const codeOf = { A: 0, W: 0, R: 65, C: 2 } as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "liftledger-hostile-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(hostileFiles.length === 0)(`liftledger import of hostile files${why}`, () => {
  it.each(hostileFiles)("comes to $verdict of $file: $expect", async ({ file, verdict }) => {
    const [path, map] = [join(folder, file), join(folder, "map.json")];
    await writeFile(path, hostileBytes(file));
    await writeFile(map, JSON.stringify(hostileRecipe(file)));
    const args = ["import", path, "--map", map, "--preview"];
    const json = await runCommand(join(folder, "data"), ...args, "--json");
    const previewed = JSON.parse(json.out) as Previewed;
    expect([verdictOf(previewed), json.code]).toEqual([verdict, codeOf[verdict]]);
    const { out } = await runCommand(join(folder, "data"), ...args);
    for (const reason of reasonsOf(previewed)) {
      const [sentence = ""] = reason.split(/ [([]/);
      expect(out).toContain(sentence);
    }
  });
});
