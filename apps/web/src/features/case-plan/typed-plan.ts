import type { CaseProblem } from "@liftledger/contracts/business-case";
import type { CasePlan } from "@liftledger/contracts/case-plan";
import { percentOfShare, shareOfPercent } from "../../components/decimal-share.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { readTypedNumber, typedFromDecimal } from "../../components/typed-number.ts";
import { isShare, type LineField, type PlanPath, type ScenarioChange } from "../cases/plan-words.ts";
import { t } from "../../words.ts";

/**
 * A plan as it stands in the fields: every number the text that was typed, in the reader's locale, shares and rates in
 * percent. What is no number stays as it was typed until it is mended.
 */
export type TypedPlan = Omit<CasePlan, "horizon"> & { horizon: string };

/** How people say a number: as it is, or in percent. */
type Said = "number" | "percent";

/** What a typed plan says, and what of it is no number. */
export interface ReadPlan {
  plan: CasePlan;
  faults: readonly CaseProblem[];
}

/** A plan as fields show it. */
export function typedFromPlan(plan: CasePlan, locale: string = readerLocale): TypedPlan {
  const typed = withNumbers(plan, (text, said) =>
    typedFromDecimal(said === "percent" ? percentOfShare(text) : text, locale),
  );
  return { ...typed, horizon: String(plan.horizon) };
}

/** The plan that the fields say; a number that is missing or none is told, and stands as nothing said. */
export function readTypedPlan(typed: TypedPlan, locale: string = readerLocale): ReadPlan {
  const faults: CaseProblem[] = [];
  const lineIds = new Map<string, string>();
  for (const side of ["benefits", "costs"] as const)
    typed[side].forEach(({ id }, index) => lineIds.set(`/${side}/${index}/`, id));
  const tell = (path: string, message: string) => {
    const lineId = [...lineIds].find(([at]) => path.startsWith(at))?.[1] ?? null;
    faults.push({ severity: "wrong", path, lineId, message });
  };
  const plan = withNumbers({ ...typed, horizon: horizonOf(typed, tell) }, (text, said, path) => {
    const read = readSaid(text, said, locale);
    if (read.kind === "number") return read.decimal;
    const isPath = /\/\d+\/value$/.test(path);
    if (read.kind === "fault") tell(path, read.message);
    else if (!isPath) tell(path, t`Say a number`);
    return isPath ? null : "0";
  });
  return { plan, faults };
}

/** What was typed into one field. */
export function readSaid(text: string, said: Said, locale: string) {
  const inPercent = text.trimEnd().endsWith("%");
  const read = readTypedNumber(inPercent ? text.replace(/%\s*$/, "") : text, locale);
  if (read.kind !== "number" || (said === "number" && !inPercent)) return read;
  return { kind: "number" as const, decimal: shareOfPercent(read.decimal) };
}

/** How a field of a line is said. */
function saidIn(field: LineField): Said {
  return isShare(field) ? "percent" : "number";
}

function horizonOf({ horizon }: TypedPlan, tell: (path: string, message: string) => void): number {
  if (/^\d{1,4}$/.test(horizon.trim())) return Number(horizon);
  tell("/horizon", t`Say how many, in digits`);
  return 1;
}

type Reader = (text: string, said: Said, path: string) => string | null;

/** The plan with another text for each of its numbers. A null stays null, but for a path, where it is nothing said. */
function withNumbers(plan: CasePlan, read: Reader): CasePlan {
  const sure = (text: string, said: Said, path: string) => read(text, said, path) ?? "0";
  const { discountRate } = plan;
  return {
    ...plan,
    discountRate: {
      ...discountRate,
      annual: sure(discountRate.annual, "percent", "/discountRate/annual"),
      riskPremium: sure(discountRate.riskPremium, "percent", "/discountRate/riskPremium"),
    },
    ...(plan.mirrRates && {
      mirrRates: {
        ...plan.mirrRates,
        finance: sure(plan.mirrRates.finance, "percent", "/mirrRates/finance"),
        reinvest: sure(plan.mirrRates.reinvest, "percent", "/mirrRates/reinvest"),
      },
    }),
    correlations: plan.correlations.map((one, index) => ({
      ...one,
      coefficient: sure(one.coefficient, "number", `/correlations/${index}/coefficient`),
    })),
    budgetRates: plan.budgetRates.map((one, index) => ({
      ...one,
      rate: sure(one.rate, "number", `/budgetRates/${index}/rate`),
    })),
    benefits: plan.benefits.map((line, index) => {
      const at = `/benefits/${index}`;
      const paths = Object.entries(line.value).flatMap(([field, path]) =>
        typeof path === "string" || path === undefined
          ? []
          : [[field, pathWith(path, saidIn(field as LineField), `${at}/value/${field}`, read)] as const],
      );
      const value = { ...line.value, ...Object.fromEntries(paths) } as typeof line.value;
      return { ...line, value, ...rangesWith(line, at, sure) };
    }),
    costs: plan.costs.map((line, index) => {
      const at = `/costs/${index}`;
      const amount = pathWith(line.amount, "number", `${at}/amount`, read);
      return { ...line, amount, ...rangesWith(line, at, sure) };
    }),
    scenarios: plan.scenarios.map((scenario, index) => ({
      ...scenario,
      changes: scenario.changes.map((change, place) =>
        changeWith(change, `/scenarios/${index}/changes/${place}/change`, sure),
      ),
    })),
  };
}

function pathWith(path: PlanPath, said: Said, at: string, read: Reader): PlanPath {
  return path.map(({ from, value }, index) => ({
    from,
    value: value === null || value.trim() === "" ? null : read(value, said, `${at}/${index}/value`),
  }));
}

type Sure = (text: string, said: Said, path: string) => string;

function rangesWith(
  { estimate, risk }: Pick<CasePlan["costs"][number], "estimate" | "risk">,
  at: string,
  sure: Sure,
): Pick<CasePlan["costs"][number], "estimate" | "risk"> {
  const [low, mode, high] = ["low", "mode", "high"] as const;
  const part = (key: typeof low | typeof mode | typeof high) =>
    estimate.kind === "point" ? "1" : sure(estimate[key], "percent", `${at}/estimate/${key}`);
  return {
    estimate:
      estimate.kind === "point"
        ? estimate
        : { kind: estimate.kind, low: part(low), mode: part(mode), high: part(high) },
    risk: risk && { ...risk, share: sure(risk.share, "percent", `${at}/risk/share`) },
  };
}

function changeWith({ lineId, field, change }: ScenarioChange, at: string, sure: Sure): ScenarioChange {
  if ("times" in change) return { lineId, field, change: { times: sure(change.times, "percent", at) } };
  const said = field === "delay" ? "number" : saidIn(field);
  return "to" in change
    ? { lineId, field, change: { to: sure(change.to, said, at) } }
    : { lineId, field, change: { plus: sure(change.plus, said, at) } };
}
