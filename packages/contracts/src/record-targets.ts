import { useCasePatterns } from "@liftledger/kpis/catalogue/use-case-patterns";
import { holdOutFields } from "./hold-out-fields.ts";
import { costCategories, initiativeStatuses, longestInitiativeName, phases } from "./initiative-values.ts";
import type { AnyRecipe, RecordsRecipe } from "./records-recipe.ts";

/** What a cell must hold to become a field: text, one of some values, a day, a month, a number, or a part of a whole. */
export type RecordField = {
  /** The field as a person reads it. */
  readonly label: string;
  /** Whether a row may go without it. */
  readonly isOptional?: true;
} & (
  | { readonly kind: "text"; readonly longest: number }
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  | { readonly kind: "day" | "month" | "number" | "share" }
);

/** Something a file may hold a row of each: what it is called, and the fields a recipe fills. */
export interface RecordTarget {
  readonly label: string;
  readonly one: string;
  readonly many: string;
  readonly fields: Readonly<Record<string, RecordField>>;
}

/**
 * What files bring in besides figures, a row each. A further one is an entry here, and one in
 * `use-cases/imports/record-writers` that says how its rows are checked and written.
 */
export const recordTargets = {
  initiatives: {
    label: "Initiatives",
    one: "initiative",
    many: "initiatives",
    fields: {
      name: { label: "Name", kind: "text", longest: longestInitiativeName },
      team: { label: "Team", kind: "text", longest: 80 },
      owner: { label: "Owner", kind: "text", longest: 80 },
      useCasePattern: {
        label: "Use-case pattern",
        kind: "choice",
        choices: useCasePatterns.map((pattern) => pattern.key),
      },
      phase: { label: "Phase", kind: "choice", choices: phases },
      status: { label: "Status", kind: "choice", choices: initiativeStatuses },
      startedOn: { label: "Start", kind: "day" },
    },
  },
  "cost-lines": {
    label: "Cost lines",
    one: "cost line",
    many: "cost lines",
    fields: {
      initiative: { label: "Initiative", kind: "text", longest: longestInitiativeName },
      team: { label: "Team of the initiative", kind: "text", longest: 80, isOptional: true },
      category: { label: "Category", kind: "choice", choices: costCategories },
      month: { label: "Month", kind: "month" },
      amount: { label: "Amount", kind: "number" },
      currency: { label: "Currency", kind: "text", longest: 3 },
      kind: { label: "Planned or actual", kind: "choice", choices: ["planned", "actual"] },
    },
  },
  "hold-outs": { label: "Hold-outs", one: "hold-out", many: "hold-outs", fields: holdOutFields },
} as const satisfies Readonly<Record<string, RecordTarget>>;

export type RecordTargetName = keyof typeof recordTargets;
export const recordTargetNames = Object.keys(recordTargets) as [RecordTargetName, ...RecordTargetName[]];

/** The fields of a target by name. */
export function fieldsOf(target: RecordTargetName): ReadonlyMap<string, RecordField> {
  return new Map(Object.entries(recordTargets[target].fields));
}

/** Whether a recipe makes things of rows, rather than figures. */
export function isRecordsRecipe(recipe: AnyRecipe): recipe is RecordsRecipe {
  return recipe.target !== undefined && recipe.target !== "series";
}
