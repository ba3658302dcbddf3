import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const plain = ["numerics", "kpis", "baselines", "finance", "roi", "contracts", "files"];
const withDatabase = ["database", "use-cases"];
const postgres = "packages/database/src/testing/postgres-server.ts";
const fixedSeed = "scripts/fixed-seed.ts";

// A test often waits for a database, a process or the browser: two at once finish sooner even on two cores.
const maxWorkers = Math.max(2, availableParallelism() - 1);
/** A journey waits even more: for the server and the page, and for what is shown after a while. */
const browserWorkers = maxWorkers + 1;

/** The longest go through lists that lie elsewhere: by their size, as Vitest goes, they would come last, each alone. */
const longest = /\/browser\/(stations|walk)\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- Vitest's own, which answers a new list
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => longest.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** One project a package, so that a failure names where it belongs and a block can run alone. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      ...plain.map((name) => project(name, `packages/${name}/src/**/*.test.ts`)),
      ...withDatabase.map((name) => project(name, `packages/${name}/src/**/*.test.ts`, postgres)),
      project("api", "apps/api/src/**/*.test.ts", postgres),
      project("cli", "apps/cli/src/**/*.test.ts"),
      project("web", "apps/web/{src,texts}/**/*.test.{ts,tsx}"),
      project("house", "scripts/**/*.test.ts"),
      project("browser", "apps/api/browser/**/*.test.ts", "apps/api/browser/browser-setup.ts"),
    ],
  },
});

function project(name: string, include: string, globalSetup?: string) {
  return {
    test: {
      name,
      include: [include],
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // Vitest's own second is soon over on a busy machine.
      expect: { poll: { timeout: 15_000 } },
      // No journey draws anything.
      setupFiles: name === "browser" ? [] : [fixedSeed],
      maxWorkers: name === "browser" ? browserWorkers : maxWorkers,
      // No test changes a module, and most of the time went into loading the same ones for every file.
      isolate: name === "browser",
      // How many stations are looked at at once: while one page waits, another is read.
      maxConcurrency: 3,
      ...(globalSetup === undefined ? {} : { globalSetup }),
    },
  };
}
