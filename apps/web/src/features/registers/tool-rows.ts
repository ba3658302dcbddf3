import type { Tool } from "@liftledger/contracts/tool";
import { integrationNames, knownNames } from "./known-words.ts";
import { rollOutWords } from "./version-facts.ts";
import { t } from "../../words.ts";

/** The register as rows of a file, the heads first; an amount as its exact digits. */
export function toolRows(tools: readonly Tool[]): string[][] {
  const heads = [
    t`Tool`,
    t`Vendor`,
    t`Integration`,
    t`Says why it answers`,
    t`In real time`,
    t`Checked on`,
    t`Checked by`,
    t`Taken up by`,
    t`Used by`,
    t`Use case`,
    t`Systems`,
    t`Spent to date`,
    t`Currency`,
  ];
  return [
    heads,
    ...tools.map(({ name, vendor, integration, explainable, realTime, preVetted, rollOut, uses, spend }) => [
      name,
      vendor,
      integrationNames[integration],
      knownNames[explainable],
      knownNames[realTime],
      preVetted?.on ?? "",
      preVetted?.by ?? "",
      rollOutWords(rollOut) ?? "",
      uses.map(({ initiative }) => initiative).join("; "),
      uses.map(({ useCase }) => useCase).join("; "),
      [...new Set(uses.flatMap(({ systems }) => systems))].join("; "),
      spend.amount,
      spend.currency,
    ]),
  ];
}
