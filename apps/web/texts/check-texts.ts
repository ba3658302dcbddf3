// `npm run texts` writes the catalogue of the English texts anew; with --check it says what a translation would miss.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findUnwrapped } from "./find-unwrapped.ts";
import { locales, shortName, sourceFiles } from "./source-files.ts";
import { sourceTree } from "./syntax-tree.ts";
import { writeCatalogue } from "./write-catalogue.ts";

const path = join(locales, "liftledger.pot");
const sources = sourceFiles().map((file) => sourceTree(file));
const { catalogue, faults } = writeCatalogue(sources);
const say = (line: string) => process.stdout.write(`${line}\n`);

for (const fault of faults) say(fault);
const unwrapped = sources.flatMap(findUnwrapped);
for (const { file, line, text } of unwrapped)
  say(`${shortName(file)}:${line}: no translation reaches “${text.trim().replaceAll(/\s+/g, " ")}”`);
if (faults.length > 0 || unwrapped.length > 0)
  say("How a text is said, and what says that it is none: “Words” in CONTRIBUTING.md.");

if (process.argv.includes("--check")) {
  const isCurrent = existsSync(path) && readFileSync(path, "utf8") === catalogue;
  if (!isCurrent) say("locales/liftledger.pot is not what the pages say: npm run texts writes it anew.");
  process.exitCode = faults.length === 0 && unwrapped.length === 0 && isCurrent ? 0 : 1;
} else writeFileSync(path, catalogue);
