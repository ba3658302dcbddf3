import { chmod, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataLocation } from "@liftledger/use-cases/local/data-location";
import { openData } from "@liftledger/use-cases/local/open-data";
import { expect, describe, it } from "vitest";
import { openFolderWords } from "./open-folder-words.ts";

describe("openFolderWords", () => {
  it("has nothing to say of a folder that was just made, and says how to close one that others may look into", async () => {
    const outer = await mkdtemp(join(tmpdir(), "liftledger-folder-"));
    const folder = join(outer, "data");
    await (await openData(dataLocation({ folder }, outer))).close();
    expect(openFolderWords(folder)).toBe("");
    await chmod(folder, 0o755);
    expect(openFolderWords(folder)).toContain(`chmod 700 ${folder}\n`);
    expect((await stat(folder)).mode & 0o777).toBe(0o755);
    expect(openFolderWords(null)).toBe("");
    await rm(outer, { recursive: true });
  });
});
