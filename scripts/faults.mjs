// `npm run faults`: kills, cuts off and starves the ledger on purpose, and counts what was lost. Names as arguments
// run only those: `npm run faults -- f1 f8`. docs/durability.md says what each shows.
import { join } from "node:path";
import { ensureInstalled, pinnedEnvironment, pinnedNode, root, run, say } from "./runtime.mjs";

const programmes = {
  f1: "killed under load, 50 times",
  f2: "killed inside an import, a migration, a restore",
  f3: "the disk refuses to keep what was written",
  f5: "a data folder that cannot be used",
  f7: "two servers and the command line on one file",
  f8: "one idempotency key, 50 times at once",
  f10: "hostile files and 2,000 mutations of good files, by HTTP and by the command line",
  f11: "bodies and workbooks that are larger than they may be",
  f12: "200 slow connections",
  f15: "every principal at every endpoint",
  f16: "webhooks to 40 private or odd addresses",
  f17: "racing approvals and withdrawals, 500 of a baseline, of a business case and of benchmarks on either database",
  f19: "SQLite against PostgreSQL, 1,000 random sequences",
  fuzz: "2,000 requests about accounts, 2,000 forms and 2,000 answers of a sign-in server with something in each that should not be there",
};

await ensureInstalled();
const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const unknown = wanted.filter((name) => !(name in programmes));
const failed = unknown.map((name) => `${name} (there is no such programme)`);
let kept = 0;
for (const [name, what] of Object.entries(programmes)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const file = join(root, "apps/api/faults", `${name}.ts`);
  say(`${name}: ${what}`);
  const began = Date.now();
  const code = await run(pinnedNode(), [file], { env: pinnedEnvironment() });
  process.stdout.write(`${((Date.now() - began) / 1000).toFixed(1)} s\n`);
  if (code === 0) kept += 1;
  else failed.push(name);
}
for (const name of failed) process.stdout.write(`Broken: ${name}\n`);
process.stdout.write(`\n${kept} kept, ${failed.length} broken\n`);
process.exit(failed.length > 0 || kept === 0 ? 1 : 0);
