import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { nodeEnvironment, nodeFlags } from "@liftledger/api/node-start";

/** What can be compared, by the name to ask for. */
const benchmarks = {
  lift: "lift.ts",
  import: "import.ts",
  "import-reading": "import-reading.ts",
  "import-writing": "import-writing.ts",
  "grouped-writes": "grouped-writes.ts",
  irr: "irr.ts",
  "monte-carlo": "monte-carlo.ts",
  portfolio: "portfolio.ts",
  "portfolio-page": "../apps/api/browser/portfolio-speed.ts",
};

/**
 * `npm run bench`: every benchmark, or `npm run bench -- lift import` those named, one after another. Each
 * runs in a process of its own, so that what one leaves in memory or in the compiler does not reach the next, and with
 * what Node is told when the server is started.
 */
function run(names: readonly string[]): void {
  const files = new Map<string, string>(Object.entries(benchmarks));
  const chosen = names.length === 0 ? [...files.keys()] : names;
  for (const name of chosen) {
    const file = files.get(name);
    if (file === undefined) {
      console.error(`There is no benchmark "${name}". There are: ${[...files.keys()].join(", ")}.`);
      process.exitCode = 1;
      continue;
    }
    console.log(`\n▸ ${name}\n`);
    const { status } = spawnSync(process.execPath, [...nodeFlags, join(import.meta.dirname, file)], {
      stdio: "inherit",
      env: { ...nodeEnvironment, ...process.env },
    });
    if (status !== 0) process.exitCode = 1;
  }
}

run(process.argv.slice(2));
