import { defineConfig } from "vitest/config";

const plain = ["numerics", "kpis", "baselines", "finance", "roi", "contracts", "files"];
const withDatabase = ["database", "use-cases"];
const postgres = "packages/database/src/testing/postgres-server.ts";

/** One project a package, so that a failure names where it belongs and a block can run alone. */
export default defineConfig({
  test: {
    projects: [
      ...plain.map((name) => project(name, `packages/${name}/src/**/*.test.ts`)),
      ...withDatabase.map((name) => project(name, `packages/${name}/src/**/*.test.ts`, postgres)),
      project("api", "apps/api/src/**/*.test.ts", postgres),
      project("cli", "apps/cli/src/**/*.test.ts"),
      project("web", "apps/web/src/**/*.test.{ts,tsx}"),
      project("house", "scripts/**/*.test.ts"),
      project("browser", "apps/api/browser/**/*.test.ts", "apps/api/browser/browser-setup.ts", 2),
    ],
  },
});

function project(name: string, include: string, globalSetup?: string, maxWorkers?: number) {
  return {
    test: {
      name,
      include: [include],
      testTimeout: 30_000,
      hookTimeout: 60_000,
      ...(globalSetup === undefined ? {} : { globalSetup }),
      // A test of the page waits for the browser more than it works: two at once finish sooner.
      ...(maxWorkers === undefined ? {} : { maxWorkers }),
    },
  };
}
