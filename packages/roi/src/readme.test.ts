import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stripTypeScriptTypes } from "node:module";
import { addPeriods, listPeriods } from "@liftledger/kpis/period";
import { expect, it } from "vitest";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { evaluateExplanation } from "./explanation.ts";

const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");

it("runs the worked example of the README as it stands there", () => {
  const [example = ""] = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
  const names = { expect, addPeriods, listPeriods, evaluateInitiative, evaluateExplanation };
  expect.assertions(5);
  // The text of the README is the code under test.
  const run = new Function(...Object.keys(names), stripTypeScriptTypes(example)) as (
    ...values: unknown[]
  ) => void;
  run(...Object.values(names));
});
