import type { HoldOutKind } from "@liftledger/contracts/hold-out";
import type { KpiDefinition } from "@liftledger/contracts/kpi";
import { pluralOf } from "@liftledger/kpis/unit";
import type { armFields } from "./hold-out-draft.ts";
import { t } from "../../words.ts";

type ArmField = ReturnType<typeof armFields>[number];

/** The kinds of a hold-out, as one chooses among them. */
export const kindWords: Record<HoldOutKind, string> = {
  proportion: t`How many converted`,
  mean: t`An amount for each`,
  ratio: t`A ratio of two amounts`,
  adjusted: t`An amount for each, and before the test (CUPED)`,
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
      return kind === "ratio" ? t`Drawn by lot` : t`All ${pluralOf(denominator.unit)}`;
    case "sum":
      return kind === "proportion" ? t`Of these: ${counts}` : t`Sum of ${counts}`;
    case "sumOfSquares":
      return t`Squares of ${counts}, summed`;
    case "denominator":
      return t`Sum of ${per}`;
    case "denominatorSquares":
      return t`Squares of ${per}, summed`;
    case "products":
      return t`${capitalised(counts)} times ${per}, summed`;
    case "before":
      return t`Sum of ${counts} before`;
    case "beforeSquares":
      return t`Squares of those before, summed`;
    case "beforeProducts":
      return t`Now times before, summed`;
  }
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
