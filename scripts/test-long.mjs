// `npm run test:long`: the programmes that take too long for `npm test`, or are there to be looked at.
// Each prints its own table; any that fails makes this fail. Names as arguments run only those.
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { ensureBuilt, ensureInstalled, pinnedEnvironment, pinnedNode, root, run, say } from "./runtime.mjs";

const programmes = [
  {
    name: "coverage",
    what: "how often an interval holds the truth",
    file: "packages/baselines/long/coverage-protocol.ts",
  },
  {
    name: "laws",
    what: "every property on cases that no run before had",
    file: "scripts/laws.mjs",
  },
  {
    name: "gallery",
    what: "every view in light and dark, to be looked at",
    file: "apps/api/browser/gallery.ts",
    needsPage: true,
  },
];

await ensureInstalled();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !programmes.some((programme) => programme.name === name));
const failed = unknown.map((name) => `${name} (there is no such programme)`);
const skipped = [];
let passed = 0;
for (const { name, what, file, needsPage } of programmes) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (!existsSync(join(root, file))) {
    skipped.push(`${name} (no ${basename(file)})`);
    continue;
  }
  if (needsPage) await ensureBuilt();
  say(`${name}: ${what}`);
  const began = Date.now();
  const code = await run(pinnedNode(), [join(root, file)], { env: pinnedEnvironment() });
  process.stdout.write(`${((Date.now() - began) / 1000).toFixed(1)} s\n`);
  if (code === 0) passed += 1;
  else failed.push(name);
}
for (const name of failed) process.stdout.write(`Failed: ${name}\n`);
for (const name of skipped) process.stdout.write(`Skipped: ${name}\n`);
process.stdout.write(`\n${passed} passed, ${failed.length} failed, ${skipped.length} skipped\n`);
process.exit(failed.length > 0 || passed === 0 ? 1 : 0);
