// `npm run test:mutation [-- finance | baselines | packages/finance/src/allocate.ts …]`: changes the
// sources of finance and baselines one place at a time and runs their tests against each change. What
// no test notices is printed; docs/mutation-testing.md says why each of those is let live.
//
// Stryker brings 164 packages that nobody needs to use the product, so they are not in the lockfile:
// the repository is copied to a temporary folder and Stryker is installed there.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { ensureInstalled, pinnedEnvironment, pinnedNode, root, run, say } from "./runtime.mjs";

const strykerVersion = "10.1.1";
const targets = process.argv.slice(2);
const packages = ["finance", "baselines"].filter(
  (name) =>
    targets.length === 0 || targets.some((target) => target === name || target.includes(`packages/${name}/`)),
);
if (packages.length === 0) {
  say(`There is nothing to mutate in ${targets.join(", ")}: name finance, baselines or files of theirs`);
  process.exit(1);
}

await ensureInstalled();
const place = mkdtempSync(join(tmpdir(), "liftledger-mutation-"));
const copy = join(place, "repository");
const left = new Set(["node_modules", "dist", ".git", ".turbo", "test-results"]);
cpSync(root, copy, {
  recursive: true,
  filter: (source) =>
    !relative(root, source)
      .split("/")
      .some((part) => left.has(part)),
});
// The long reference series stand beside the repository, where there are any.
const shared = join(root, "../shared");
if (existsSync(shared)) symlinkSync(shared, join(place, "shared"));

let failed = false;
try {
  say(`Installing Stryker ${strykerVersion} in a copy of the repository (half a minute)`);
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const stryker = ["core", "vitest-runner"].map((name) => `@stryker-mutator/${name}@${strykerVersion}`);
  const installed = await run("npx", ["--yes", packageManager, "add", "-w", "-D", ...stryker], {
    cwd: copy,
    stdio: ["ignore", "ignore", "inherit"],
  });
  failed = installed !== 0;
  for (const name of failed ? [] : packages) {
    const code = await mutate(name);
    failed ||= code !== 0;
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

/** Runs Stryker over one package, or over those of its files that were named. */
function mutate(name) {
  const files = targets.filter((target) => target.includes(`packages/${name}/`));
  const sources = [`packages/${name}/src/**/*.ts`, "!**/*.test.ts", `!packages/${name}/src/testing/**`];
  writeFileSync(
    join(copy, "vitest.mutation.config.ts"),
    `export default { test: { include: ["packages/${name}/src/**/*.test.ts"], testTimeout: 30_000 } };\n`,
  );
  writeFileSync(
    join(copy, "stryker.config.json"),
    JSON.stringify({
      testRunner: "vitest",
      plugins: ["@stryker-mutator/vitest-runner"],
      vitest: { configFile: "vitest.mutation.config.ts" },
      mutate: files.length > 0 ? files : sources,
      // Texts are left alone: most are reasons in plain words, and their wording is no behaviour.
      mutator: { excludedMutations: ["StringLiteral"] },
      inPlace: true,
      concurrency: Math.max(1, Math.floor(availableParallelism() / 2)),
      coverageAnalysis: "perTest",
      timeoutMS: 8000,
      reporters: ["clear-text"],
      clearTextReporter: { logTests: false, reportTests: false, skipFull: true },
      packageManager: "pnpm",
    }),
  );
  say(`Mutating ${files.length > 0 ? files.join(", ") : `packages/${name}`}`);
  return run(pinnedNode(), [join(copy, "node_modules/@stryker-mutator/core/bin/stryker.js"), "run"], {
    cwd: copy,
    env: pinnedEnvironment(),
  });
}
