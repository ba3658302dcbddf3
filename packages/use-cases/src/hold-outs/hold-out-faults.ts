import type { ProblemDetail } from "@liftledger/contracts/errors";
import type { HoldOutArm, HoldOutTerms } from "@liftledger/contracts/hold-out";
import { sumsOfKind } from "@liftledger/contracts/hold-out-sums";
import { isTotal, type Kpi } from "@liftledger/kpis/kpi";
import { compareDecimals } from "@liftledger/numerics/decimal";
import { holdOutMeasurement } from "@liftledger/roi/measured-apart";
import { comparisonOf, treatedParts } from "./hold-out-comparison.ts";

type TestedKpi = Pick<Kpi, "name" | "direction" | "numerator" | "denominator">;
const arms = ["treated", "heldOut"] as const;

/** What is wrong with a hold-out of a KPI on a day; where nothing else is, whether its arms can be compared at all. */
export function holdOutFaults(
  terms: HoldOutTerms,
  { kpi, today }: { kpi: TestedKpi; today: string },
): ProblemDetail[] {
  const faults = [
    ...kindFaults(terms, kpi),
    ...dayFaults(terms, today),
    ...arms.flatMap((arm) => armFaults(terms, arm)),
  ];
  return faults.length > 0 ? faults : comparisonFaults(terms, kpi);
}

function kindFaults({ kind }: HoldOutTerms, { name, numerator, denominator }: TestedKpi): ProblemDetail[] {
  if (isTotal({ denominator })) {
    const message = `${name} is a total of each ${denominator.unit}: it has no units that could be drawn by lot. Choose a KPI that counts for each of something.`;
    return [{ field: "kind", message, seen: name }];
  }
  if (kind !== "proportion" || numerator.measure === "count") return [];
  const message = `${name} adds up ${numerator.counts}, which no unit has or has not: log it as a mean, with the sum of squares.`;
  return [{ field: "kind", message, seen: kind }];
}

function dayFaults({ startedOn, endedOn, plannedUnits }: HoldOutTerms, today: string): ProblemDetail[] {
  const faults: ProblemDetail[] = [];
  if (startedOn > today)
    faults.push({ field: "startedOn", message: `${startedOn} lies ahead.`, seen: startedOn });
  if (endedOn !== undefined && endedOn < startedOn)
    faults.push({ field: "endedOn", message: `It ended before it began on ${startedOn}.`, seen: endedOn });
  if (endedOn !== undefined && endedOn > today) {
    const message = `${endedOn} lies ahead. Leave the end out while it runs, and say how many units are planned.`;
    faults.push({ field: "endedOn", message, seen: endedOn });
  }
  if (endedOn === undefined && plannedUnits === undefined) {
    const message =
      "It still runs: say how many units were planned, or the day it ended. Who looks each week at a plain range finds an effect by chance in one test of five.";
    faults.push({ field: "plannedUnits", message });
  }
  return faults;
}

function armFaults({ kind, assigned, ...terms }: HoldOutTerms, name: (typeof arms)[number]): ProblemDetail[] {
  const arm = terms[name];
  const wanted: readonly string[] = sumsOfKind[kind];
  const faults: ProblemDetail[] = [];
  for (const field of wanted.filter((one) => arm[one as keyof HoldOutArm] === undefined))
    faults.push({ field: `${name}.${field}`, message: `A hold-out of the kind "${kind}" needs this sum.` });
  const given = Object.keys(arm).filter((one) => one !== "units" && one !== "sum");
  for (const field of given.filter((one) => !wanted.includes(one)))
    faults.push({ field: `${name}.${field}`, message: `A hold-out of the kind "${kind}" has no such sum.` });
  if (kind === "proportion" && !isPartOf(arm)) {
    const message = `Of ${arm.units} units a whole number between 0 and ${arm.units} can convert.`;
    faults.push({ field: `${name}.sum`, message, seen: arm.sum });
  }
  if (assigned !== undefined && assigned[name] < arm.units) {
    const message = `${arm.units} units are counted, so that no fewer were assigned.`;
    faults.push({ field: `assigned.${name}`, message, seen: String(assigned[name]) });
  }
  return faults;
}

function isPartOf({ sum, units }: HoldOutArm): boolean {
  const isWhole = Number.isInteger(Number(sum));
  return isWhole && compareDecimals(sum, "0") >= 0 && compareDecimals(sum, String(units)) <= 0;
}

function comparisonFaults(terms: HoldOutTerms, kpi: TestedKpi): ProblemDetail[] {
  try {
    const source = { kind: "measured", text: "" } as const;
    // What money is put on is stricter than what is told: it wants scatter in both arms.
    const answer = holdOutMeasurement(comparisonOf(terms, kpi), { ...treatedParts(terms), source });
    if (answer.kind === "hold-out") return [];
    return [{ field: "treated", message: `The arms cannot be compared: ${answer.reason}.` }];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ field: "treated", message: `The arms cannot be compared: ${error.message}.` }];
  }
}
