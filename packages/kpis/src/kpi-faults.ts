import { isTotal, type Kpi } from "./kpi.ts";

type Rule = { readonly broken: (kpi: Kpi) => boolean; readonly fault: string };

/** Each rule guards a place where a definition that looks sound would give a wrong figure. */
const rules: readonly Rule[] = [
  {
    broken: (kpi) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kpi.key),
    fault: "The key is lower-case words joined by hyphens.",
  },
  {
    broken: (kpi) => !isWholeNumber(kpi.version) || kpi.version < 1,
    fault: "The version is a whole number from 1.",
  },
  {
    broken: (kpi) => !isWholeNumber(kpi.maturationPeriods) || !isWholeNumber(kpi.minimumVolume),
    fault: "The maturation window and the minimum volume are whole numbers, 0 for none.",
  },
  {
    broken: (kpi) => kpi.dating === "event" && kpi.maturationPeriods > 0,
    fault: "What is dated by event is complete when its period ends: no maturation window.",
  },
  {
    broken: (kpi) =>
      isTotal(kpi) && (kpi.denominator.counts !== "periods" || kpi.denominator.unit !== "period"),
    fault: 'A total counts periods: its denominator is called "periods".',
  },
  {
    broken: (kpi) => isTotal(kpi) && kpi.minimumVolume > 0,
    fault: "A total has no volume to ask a minimum of: its denominator only counts periods.",
  },
  {
    broken: (kpi) => kpi.proportion && (kpi.numerator.measure !== "count" || isTotal(kpi)),
    fault: "A proportion is a count out of a count: money, time and totals have no 100%.",
  },
  {
    broken: (kpi) => kpi.proportion && kpi.denominator.kind === "input",
    fault: "A proportion's denominator is what the numerator is a part of, never spend or effort.",
  },
  {
    broken: (kpi) => kpi.numerator.measure === "spend" && kpi.direction === "higher",
    fault: "Spend is better when lower; otherwise each further unit spent would count as a gain.",
  },
  {
    broken: (kpi) => kpi.numerator.measure === "revenue" && kpi.direction === "lower",
    fault: "Revenue is better when higher.",
  },
  {
    broken: (kpi) => kpi.display === "money" && !isMoney(kpi),
    fault: "Only spend and revenue are shown as money.",
  },
  {
    broken: (kpi) =>
      (kpi.display === "days" || kpi.display === "hours") && kpi.numerator.unit !== unitOf(kpi.display),
    fault: "What is shown in days counts days, what is shown in hours counts hours.",
  },
  {
    broken: (kpi) => kpi.proportion && kpi.display !== "percent",
    fault: "A proportion is shown in percent.",
  },
];

/**
 * What is wrong with the meaning of a KPI definition, as plain sentences; empty when it is sound. The
 * built-in catalogue is held to the same rules as a company's own KPIs. Shape and lengths are not looked
 * at here.
 *
 *     kpiFaults({ ...adSpend, direction: "higher" })
 *     // ["Spend is better when lower; otherwise each further unit spent would count as a gain."]
 */
export function kpiFaults(kpi: Kpi): string[] {
  return rules.filter((rule) => rule.broken(kpi)).map((rule) => rule.fault);
}

function isWholeNumber(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}

function isMoney(kpi: Kpi): boolean {
  return kpi.numerator.measure === "spend" || kpi.numerator.measure === "revenue";
}

function unitOf(display: "days" | "hours"): string {
  return display === "days" ? "day" : "hour";
}
