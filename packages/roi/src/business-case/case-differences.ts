import { costCategories } from "@liftledger/finance/cost-category";
import { capitalised } from "@liftledger/kpis/within-sentence";
import type { CasePlan, PlanAssumption, PlanScenario } from "./case-plan.ts";
import { canonicalPlan, correlationKey, sortedJson } from "./case-plan-digest-text.ts";
import {
  assumptionName,
  isBenefitLine,
  lineFieldNames,
  linePaths,
  planLines,
  type PlanLine,
} from "./plan-line.ts";
import {
  benefitClassNames,
  changeText,
  estimateText,
  liftTermNames,
  pathText,
  riskText,
  runText,
  timingNames,
} from "./plan-words.ts";

/** One thing that a new version of a case has otherwise. */
export interface CaseDifference {
  kind: "added" | "removed" | "changed";
  /** The line it is about; null for the frame of the case, its scenarios and correlations. */
  lineId: string | null;
  /** "Licences", "Conservative scenario", "Case". */
  subject: string;
  /** What of it: "amount", "source of lift"; the whole of a line that came or went is "line". */
  field: string;
  before: string | null;
  after: string | null;
}

/** One thing that a plan says: what it is compared by, and what is read. Ids of people and benefits are told as they are. */
interface Entry {
  lineId: string | null;
  subject: string;
  field: string;
  compared: string;
  text: string;
}

/**
 * What a new version of a case changes, field by field: the frame first, then lines, scenarios and correlations. Empty
 * exactly when the two plans have the same `casePlanDigestText`. Decimals are told as they stand in the plan; ids of
 * owners and benefits are left to whoever knows their names.
 *
 * @example caseDifferences(version1, version2)
 * // [{ kind: "changed", lineId: "licences", subject: "Licences", field: "amount", before: "9000", after: "9500" }]
 */
export function caseDifferences(before: CasePlan, after: CasePlan): readonly CaseDifference[] {
  const [old, now] = [canonicalPlan(before), canonicalPlan(after)];
  const [kept, made] = [entriesOf(old), entriesOf(now)];
  const [oldLines, nowLines] = [lineIds(old), lineIds(now)];
  const keys = new Set([...kept.keys(), ...made.keys()]);
  return [...keys].flatMap((key): CaseDifference[] => {
    const [was, is] = [kept.get(key), made.get(key)];
    if (was?.compared === is?.compared) return [];
    const entry = is ?? was;
    if (entry === undefined || isWithinNewLine(entry, oldLines, nowLines)) return [];
    const { lineId, subject, field } = entry;
    const kind = was === undefined ? "added" : is === undefined ? "removed" : "changed";
    return [{ kind, lineId, subject, field, before: was?.text ?? null, after: is?.text ?? null }];
  });
}

/** A line that came or went is told once, as a whole. */
function isWithinNewLine(
  { lineId, field }: Entry,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): boolean {
  if (lineId === null || field === "line") return false;
  return !before.has(lineId) || !after.has(lineId);
}

function lineIds(plan: CasePlan): ReadonlySet<string> {
  return new Set(planLines(plan).map(({ id }) => id));
}

function entriesOf(plan: CasePlan): ReadonlyMap<string, Entry> {
  return new Map([
    ...frameEntries(plan),
    ...planLines(plan).flatMap((line) => lineEntries(plan, line)),
    ...plan.scenarios.flatMap((scenario) => scenarioEntries(plan, scenario)),
    ...plan.correlations.map((correlation): Keyed => {
      const { coefficient, reason } = correlation;
      const names = correlation.lines.map((id) => lineName(plan, id)).join(" and ");
      return told(
        { lineId: null, subject: names, field: "correlation" },
        correlationKey(correlation),
        correlation,
        `${coefficient}: ${reason}`,
      );
    }),
  ]);
}

type Keyed = readonly [key: string, entry: Entry];
type Subject = Pick<Entry, "lineId" | "subject" | "field">;

function told(subject: Subject, key: string, value: unknown, text: string): Keyed {
  return [`${subject.field} ${key}`, { ...subject, compared: sortedJson(value), text }];
}

function frameEntries(plan: CasePlan): readonly Keyed[] {
  const { discountRate: rate, mirrRates } = plan;
  const frame = (field: string, value: string | number | null, text = String(value ?? "nobody")) =>
    told({ lineId: null, subject: "Case", field }, "", value, text);
  return [
    frame("format", plan.format),
    frame("currency", plan.currency),
    frame("start", plan.start),
    frame("length of a column", plan.period, `one ${plan.period}`),
    frame("horizon", plan.horizon, `${plan.horizon} ${plan.period}s`),
    frame("timing", plan.timing, timingNames[plan.timing]),
    frame("prices", plan.prices),
    frame("discount rate", rate.annual),
    frame("prices of the discount rate", rate.prices),
    frame("source of the discount rate", rate.source),
    frame("who set the discount rate", rate.setBy),
    frame("day the discount rate was set", rate.setOn),
    frame("risk premium in the discount rate", rate.riskPremium),
    ...(mirrRates === undefined
      ? []
      : [
          frame("finance rate", mirrRates.finance),
          frame("reinvestment rate", mirrRates.reinvest),
          frame("source of the finance and reinvestment rates", mirrRates.source),
        ]),
    ...plan.budgetRates.map((budget) =>
      told(
        { lineId: null, subject: "Case", field: `budget rate of ${budget.from}` },
        "",
        budget,
        `${budget.rate}, locked on ${budget.lockedOn}`,
      ),
    ),
  ];
}

function lineEntries(plan: CasePlan, line: PlanLine): readonly Keyed[] {
  const subject = capitalised(line.name);
  const entry = (field: string, value: unknown, text: string) =>
    told({ lineId: line.id, subject, field }, line.id, value, text);
  const paths = linePaths(line);
  const summary = paths.map(([field, path]) => `${lineFieldNames[field]} ${pathText(plan, path)}`).join("; ");
  return [
    entry("line", isBenefitLine(line) ? "benefit" : "cost", `${runText(plan, line.run)}: ${summary}`),
    entry("name", line.name, line.name),
    entry("owner", line.ownerId, line.ownerId ?? "nobody"),
    entry("currency", line.currency, line.currency ?? plan.currency),
    ...kindEntries(line, entry),
    entry("when it comes", line.run, runText(plan, line.run)),
    ...paths.map(([field, path]) => entry(lineFieldNames[field], path, pathText(plan, path))),
    entry("estimate", line.estimate, estimateText(line.estimate)),
    entry("risk", line.risk, riskText(line.risk)),
    ...line.assumptions.flatMap((assumption) => assumptionEntries(assumption, entry)),
  ];
}

type MakeEntry = (field: string, value: unknown, text: string) => Keyed;

function kindEntries(line: PlanLine, entry: MakeEntry): readonly Keyed[] {
  if (!isBenefitLine(line)) {
    const name = costCategories.find(({ key }) => key === line.category)?.name ?? line.category;
    return [entry("category", line.category, name)];
  }
  return [
    entry("class", line.class, benefitClassNames[line.class]),
    entry("measured benefit", line.benefitId, line.benefitId ?? "none"),
    entry("way to become cash", line.cashMechanism, line.cashMechanism ?? "none"),
    entry(
      "how it is valued",
      line.value.kind,
      line.value.kind === "money" ? "as money" : "by lift, volume and worth",
    ),
    ...(line.value.kind === "money" || line.value.liftTerms === undefined
      ? []
      : [entry("terms of the lift", line.value.liftTerms, liftTermNames[line.value.liftTerms])]),
  ];
}

function assumptionEntries(assumption: PlanAssumption, entry: MakeEntry): readonly Keyed[] {
  const { source, ownerId, evidence, benchmarkKey, note, signedBy } = assumption;
  const name = assumptionName(assumption);
  return [
    entry(`source of ${name}`, source, source),
    entry(`owner of ${name}`, ownerId, ownerId ?? "nobody"),
    entry(`evidence of ${name}`, evidence, evidence),
    entry(`benchmark of ${name}`, benchmarkKey, benchmarkKey ?? "none"),
    entry(`note on ${name}`, note, note ?? "none"),
    entry(`who accepted ${name}`, signedBy, signedBy ?? "nobody"),
  ];
}

function scenarioEntries(plan: CasePlan, { name, kind, changes }: PlanScenario): readonly Keyed[] {
  const subject = `Scenario ${name}`;
  return [
    told({ lineId: null, subject, field: "kind" }, name, kind, kind),
    ...changes.map((override) => {
      const { lineId, field, change } = override;
      const of = lineId === null ? "every line" : lineName(plan, lineId);
      const what = field === "delay" ? "delay" : lineFieldNames[field];
      return told(
        { lineId: null, subject, field: `${what} of ${of}` },
        JSON.stringify([name, lineId, field]),
        override,
        changeText(change),
      );
    }),
  ];
}

function lineName(plan: CasePlan, id: string): string {
  return planLines(plan).find((line) => line.id === id)?.name ?? id;
}
