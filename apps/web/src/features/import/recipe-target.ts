import type { FileInspection, ImportSummary } from "@liftledger/contracts/import";
import type { ImportRecipe } from "@liftledger/contracts/import-recipe";
import {
  isRecordsRecipe,
  recordTargetNames,
  recordTargets,
  type RecordTargetName,
} from "@liftledger/contracts/record-targets";
import type { AnyRecipe } from "@liftledger/contracts/records-recipe";
import { guessRecordTarget } from "./records-guess.ts";
import { t } from "../../words.ts";

/** What a file holds. */
export type ImportTarget = ImportSummary["target"];

/** What each kind of file is called, and what its rows are. */
export const targetWords: Readonly<Record<ImportTarget, { label: string; meaning: string }>> = {
  series: {
    label: t`Weekly figures`,
    meaning: t`What is measured: a row a week, a day or a lead, added up into KPIs.`,
  },
  initiatives: {
    label: t`Initiatives`,
    meaning: t`A row for each AI effort, such as an inventory of use cases.`,
  },
  "cost-lines": { label: t`Cost lines`, meaning: t`A row for each cost of an initiative in a month.` },
  "hold-outs": {
    label: t`Hold-outs`,
    meaning: t`A row for each randomised test: what the two groups, with AI and held out, add up to.`,
  },
};

export const targets: readonly ImportTarget[] = ["series", ...recordTargetNames];

export function isFiguresRecipe(recipe: AnyRecipe): recipe is ImportRecipe {
  return !isRecordsRecipe(recipe);
}

/** What a file most likely holds: the target all of whose columns have a heading of their own, else figures. */
export function guessTarget(inspection: FileInspection): ImportTarget {
  return guessRecordTarget(inspection) ?? "series";
}

/** The recipe's target in the words of a count: "1 cost line", "12 cost lines". */
export function recordWords(target: RecordTargetName, count: number): string {
  return count === 1 ? recordTargets[target].one : recordTargets[target].many;
}
