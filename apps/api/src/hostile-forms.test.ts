import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { playForms } from "./testing/fuzz/play-forms.ts";

// Servers of other tests receive their uploads in the machine's own.
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "liftledger-forms-"));
  vi.stubEnv("TMPDIR", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describeOnEveryDatabase("hostile forms", (open, kind) => {
  it("are answered without a failure, and are taken whole or not at all (`npm run faults -- fuzz` sends 2,000)", async () => {
    // Every fifth is an import, which is what the databases differ in.
    const seeds = Array.from({ length: kind === "sqlite" ? 50 : 20 }, (_, place) =>
      kind === "sqlite" ? place : 5 * place + 4,
    );
    const { asked, statuses, written, faults } = await playForms(await open(), seeds, folder);
    expect(faults).toEqual([]);
    expect(asked).toBe(seeds.length);
    expect(written).toBeGreaterThan(1);
    expect((statuses[400] ?? 0) + (statuses[422] ?? 0)).toBeGreaterThan(5);
  });
});
