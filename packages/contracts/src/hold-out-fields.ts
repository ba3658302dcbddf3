import { longestInitiativeName } from "./initiative-values.ts";
import type { RecordField } from "./record-targets.ts";

/** A field of a row, and where it stands in the terms of a hold-out. */
type TermField = RecordField & { readonly term: string };

const number = { kind: "number", isOptional: true } as const;

/** What an arm carries, by the sums its kind wants; `treated` and `heldOut` each have them. */
function armFields(arm: "treated" | "heldOut", name: string): Record<string, TermField> {
  const field = (sum: string, label: string): [string, TermField] => {
    const key = `${arm}${sum.charAt(0).toUpperCase()}${sum.slice(1)}`;
    return [key, { ...number, label: `${name}: ${label}`, term: `${arm}.${sum}` }];
  };
  return {
    [`${arm}Units`]: { label: `${name}: units`, kind: "number", term: `${arm}.units` },
    [`${arm}Sum`]: { label: `${name}: converted, or the sum`, kind: "number", term: `${arm}.sum` },
    ...Object.fromEntries([
      field("sumOfSquares", "sum of squares"),
      field("denominator", "sum of the denominator"),
      field("denominatorSquares", "squares of the denominator, summed"),
      field("products", "numerator times denominator, summed"),
      field("before", "sum before the test"),
      field("beforeSquares", "squares before the test, summed"),
      field("beforeProducts", "now times before, summed"),
    ]),
  };
}

/** Which benefit a row is of: that of an initiative on a KPI, and on a scope where it claims the KPI more than once. */
const benefitFields = {
  initiative: { label: "Initiative", kind: "text", longest: longestInitiativeName },
  team: { label: "Team of the initiative", kind: "text", longest: 80, isOptional: true },
  kpi: { label: "KPI", kind: "text", longest: 120 },
  scope: { label: "Scope of the series", kind: "text", longest: 200, isOptional: true },
} as const satisfies Record<string, RecordField>;

/** What a row says of the hold-out itself. */
export const holdOutTermFields: Readonly<Record<string, TermField>> = {
  kind: {
    label: "What the arms carry",
    kind: "choice",
    choices: ["proportion", "mean", "ratio", "adjusted"],
    term: "kind",
  },
  startedOn: { label: "First day", kind: "day", term: "startedOn" },
  endedOn: { label: "Last day", kind: "day", isOptional: true, term: "endedOn" },
  treatedShare: { label: "Part that has it outside the test", kind: "share", term: "treatedShare" },
  treatedShareDuring: {
    label: "Part that had it during the test",
    kind: "share",
    isOptional: true,
    term: "treatedShareDuring",
  },
  ...armFields("treated", "With AI"),
  ...armFields("heldOut", "Held out"),
  plannedUnits: { ...number, label: "Units planned before anybody looked", term: "plannedUnits" },
  unitOfRandomisation: {
    label: "What was drawn by lot",
    kind: "text",
    longest: 60,
    isOptional: true,
    term: "unitOfRandomisation",
  },
  splitTreated: { ...number, label: "Planned split: with AI", term: "split.treated" },
  splitHeldOut: { ...number, label: "Planned split: held out", term: "split.heldOut" },
  assignedTreated: { ...number, label: "Assigned: with AI", term: "assigned.treated" },
  assignedHeldOut: { ...number, label: "Assigned: held out", term: "assigned.heldOut" },
};

export const holdOutFields: Readonly<Record<string, RecordField>> = {
  ...benefitFields,
  ...holdOutTermFields,
};
