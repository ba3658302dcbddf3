// `npm test`: every test of every package, on SQLite and PostgreSQL, and the page in a real Chromium.
// Blocks run one after another; the end names what failed and counts them all.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { ensureBuilt, ensureInstalled, pinnedEnvironment, pinnedNode, root, run, say } from "./runtime.mjs";

const blocks = [
  { name: "arithmetic and domain", projects: ["numerics", "kpis", "baselines", "finance", "roi"] },
  { name: "contracts, files and page logic", projects: ["contracts", "files", "web", "house"] },
  { name: "database and use-cases, SQLite and PostgreSQL", projects: ["database", "use-cases"] },
  { name: "API and command line", projects: ["api", "cli"] },
  { name: "the page in Chromium", projects: ["browser"], needsPage: true },
];

await ensureInstalled();
const wanted = process.argv.slice(2);
const results = join(root, "test-results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
const times = [];
const failures = [];
for (const block of blocks) {
  const projects = block.projects.filter((project) => wanted.length === 0 || wanted.includes(project));
  if (projects.length === 0) continue;
  if (block.needsPage) await ensureBuilt();
  say(`Tests: ${block.name}`);
  const began = Date.now();
  count(block.name, await runProjects(projects));
  times.push(`${((Date.now() - began) / 1000).toFixed(1).padStart(7)} s  ${block.name}`);
}
say("Time of each block");
process.stdout.write(`${times.join("\n")}\n\n`);
// Said again here: of a long output often only the end is kept.
for (const failure of failures) process.stdout.write(`Failed: ${failure}\n\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

async function runProjects(projects) {
  const output = join(results, `${projects[0]}.json`);
  const code = await run(
    pinnedNode(),
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      `--reporter=${process.stdout.isTTY ? "dot" : "minimal"}`,
      "--reporter=json",
      `--outputFile.json=${output}`,
    ],
    { env: pinnedEnvironment() },
  );
  return { code, output };
}

/** A runner that stopped early, or a file that could not be loaded, counts as a failure of its own. */
function count(name, { code, output }) {
  const report = existsSync(output) ? JSON.parse(readFileSync(output, "utf8")) : undefined;
  if (report === undefined) {
    failures.push(`the block "${name}" left no report.`);
    total.failed += 1;
    return;
  }
  total.passed += report.numPassedTests;
  total.skipped += report.numPendingTests + report.numTodoTests;
  total.failed += report.numFailedTests;
  const named = report.testResults.flatMap(failuresOf);
  failures.push(...named);
  if ((code !== 0 || !report.success) && report.numFailedTests === 0) {
    total.failed += 1;
    if (named.length === 0) failures.push(`the block "${name}" ended with code ${code} and named no test.`);
  }
}

/** Each failed test of a file with what its assertion said, or the file where it never came to its tests. */
function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(root, name);
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (failed.length > 0) {
    return failed.map(({ fullName, failureMessages }) => `${file}: ${fullName}\n${sayings(failureMessages)}`);
  }
  return status === "failed" ? [`${file}\n${sayings([message ?? ""])}`] : [];
}

/** Without the stack, which stands above. */
function sayings(messages) {
  const lines = messages.flatMap((message) => message.split("\n")).filter((line) => !/^\s+at /.test(line));
  return lines
    .slice(0, 20)
    .map((line) => `  ${line.slice(0, 400)}`.trimEnd())
    .join("\n");
}
