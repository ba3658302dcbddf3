import type { Kpi } from "./kpi.ts";

/**
 * What a change of one field of a definition asks for: *wording* stays on the same version; a *rule* changes
 * how values are judged, a *meaning* what the logged quantities are: both need a new version, and only after
 * a change of meaning may old and new values not be put into one line.
 */
export type KpiFieldRule = "wording" | "rule" | "meaning";

/** One field that differs between two definitions. */
export type KpiFieldChange = { readonly field: string; readonly rule: KpiFieldRule; readonly reason: string };

/** What changing a definition amounts to. */
export type KpiVersionChange =
  | { readonly kind: "unchanged" }
  | { readonly kind: "same-version"; readonly changes: readonly KpiFieldChange[] }
  | {
      readonly kind: "new-version";
      readonly version: number;
      /** Whether values logged under the old version may stand in one line with new ones. */
      readonly comparable: boolean;
      readonly changes: readonly KpiFieldChange[];
    }
  | { readonly kind: "refused"; readonly reason: string };

type FieldRule = {
  readonly field: string;
  readonly read: (kpi: Kpi) => string | number | boolean | null;
  readonly rule: KpiFieldRule;
  readonly reason: string;
};

const counted = "Another quantity is counted: values logged before mean something else.";
const unit = "Quantities are logged in another unit.";

/** Every field of a definition but its key and version, and what a change of it means. */
const fieldRules: readonly FieldRule[] = [
  wording("owner", (kpi) => kpi.owner, "Who answers for the definition does not change it."),
  wording("name", (kpi) => kpi.name, "The name is wording."),
  wording("sentence", (kpi) => kpi.sentence, "The sentence is wording."),
  wording("display", (kpi) => kpi.display, "How a value is written does not change it."),
  wording("frequency", (kpi) => kpi.frequency, "It is only what a new series starts with."),
  meaning("numerator.counts", (kpi) => kpi.numerator.counts, counted),
  meaning("numerator.unit", (kpi) => kpi.numerator.unit, unit),
  meaning("numerator.measure", (kpi) => kpi.numerator.measure, counted),
  meaning("denominator.counts", (kpi) => kpi.denominator.counts, counted),
  meaning("denominator.unit", (kpi) => kpi.denominator.unit, unit),
  rule(
    "denominator.kind",
    (kpi) => kpi.denominator.kind,
    "What the denominator is decides how value is computed.",
  ),
  meaning("dating", (kpi) => kpi.dating, "Events go into other periods than before."),
  meaning(
    "proportion",
    (kpi) => kpi.proportion,
    "The numerator is, or is no longer, a part of the denominator.",
  ),
  rule("direction", (kpi) => kpi.direction, "What was a gain becomes a loss."),
  rule("role", (kpi) => kpi.role, "It decides whether the KPI carries money and caps verdicts."),
  rule("maturationPeriods", (kpi) => kpi.maturationPeriods, "Other periods count as mature."),
  rule("minimumVolume", (kpi) => kpi.minimumVolume, "Verdicts come earlier or later."),
];

/**
 * Whether a changed definition may stay on its version or needs the next one. Wording, owner and the way a
 * value is written stay; everything that judges or means something else makes a new version, never a new
 * meaning of old data. The versions of the two are not looked at: `after` may carry any. Another key is
 * another KPI, and refused.
 *
 *     kpiVersionChange(conversionRate, { ...conversionRate, maturationPeriods: 2 })
 *     // { kind: "new-version", version: 2, comparable: true, changes: [{ field: "maturationPeriods", … }] }
 */
export function kpiVersionChange(before: Kpi, after: Kpi): KpiVersionChange {
  if (before.key !== after.key) {
    return {
      kind: "refused",
      reason: `"${after.key}" is another KPI than "${before.key}": a key never changes.`,
    };
  }
  const changes = fieldRules
    .filter(({ read }) => read(before) !== read(after))
    .map(({ field, rule, reason }) => ({ field, rule, reason }));
  if (changes.length === 0) return { kind: "unchanged" };
  if (changes.every(({ rule }) => rule === "wording")) return { kind: "same-version", changes };
  return {
    kind: "new-version",
    version: before.version + 1,
    comparable: changes.every(({ rule }) => rule !== "meaning"),
    changes,
  };
}

function wording(field: string, read: FieldRule["read"], reason: string): FieldRule {
  return { field, read, rule: "wording", reason };
}

function rule(field: string, read: FieldRule["read"], reason: string): FieldRule {
  return { field, read, rule: "rule", reason };
}

function meaning(field: string, read: FieldRule["read"], reason: string): FieldRule {
  return { field, read, rule: "meaning", reason };
}
