import type { HoldOutKind } from "@liftledger/contracts/hold-out";
import type { KpiDefinition } from "@liftledger/contracts/kpi";
import { pluralOf } from "@liftledger/kpis/unit";
import type { armFields } from "./hold-out-draft.ts";

type ArmField = ReturnType<typeof armFields>[number];

/** The kinds of a hold-out, as one chooses among them. */
export const kindWords: Record<HoldOutKind, string> = {
  proportion: "How many converted",
  mean: "An amount for each",
  ratio: "A ratio of two amounts",
  adjusted: "An amount for each, and before the test (CUPED)",
};

/** What a field of an arm asks for, in the words of the KPI. */
export function armLabel(
  field: ArmField,
  kind: HoldOutKind,
  { numerator, denominator }: Pick<KpiDefinition, "numerator" | "denominator">,
): string {
  const [counts, per] = [numerator.counts, denominator.counts];
  switch (field) {
    case "units":
      return kind === "ratio" ? "Drawn by lot" : `All ${pluralOf(denominator.unit)}`;
    case "sum":
      return kind === "proportion" ? `Of these: ${counts}` : `Sum of ${counts}`;
    case "sumOfSquares":
      return `Squares of ${counts}, summed`;
    case "denominator":
      return `Sum of ${per}`;
    case "denominatorSquares":
      return `Squares of ${per}, summed`;
    case "products":
      return `${capitalised(counts)} times ${per}, summed`;
    case "before":
      return `Sum of ${counts} before`;
    case "beforeSquares":
      return `Squares of those before, summed`;
    case "beforeProducts":
      return `Now times before, summed`;
  }
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
