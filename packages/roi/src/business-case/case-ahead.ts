import { compareDecimals, sumDecimals } from "@liftledger/numerics/decimal";
import { leaf, quotient, sum, type Explanation } from "../explanation.ts";
import { percentText, statedPercent } from "../percent-text.ts";
import { aheadTree, type ToCome } from "./ahead-tree.ts";
import type { CaseAgainstActual } from "./case-against-actual.ts";
import { caseLines } from "./case-lines.ts";
import type { CasePlan } from "./case-plan.ts";
import { countsIn } from "./case-totals.ts";
import { planCalendar, plannedIn, startPeriod } from "./plan-to-date.ts";

/** What a plan still holds on the day of a gate, or why nothing can be said of it. */
export type CaseAhead =
  | {
      kind: "ahead";
      currency: string;
      from: string;
      to: string;
      /** Net present value of what is to come, in money and after risk, benefits at the rate at which they came so far. */
      forwardNetPresentValue: string;
      /** The same with every benefit as planned. */
      asPlanned: string;
      /** Of what was planned so far, the share that came: 0 to 1; null while nothing was due or known. */
      attained: number | null;
      /** How the value came about, down to the assumptions of its lines; what lies behind is shown as left out. */
      tree: Explanation;
      /** What is still to be spent, before any allowance for risk: exact decimal text. */
      spend: string;
      /** On what the value stands: the months, the rate, and the share. */
      sentence: string;
    }
  | { kind: "nothing"; reason: string };

/**
 * What is still to come of a plan and what it will still cost, on the day of a gate: the months that have not ended,
 * discounted to the gate at the plan's rate and timing, lines in money after their risk. Benefits are taken at the share of
 * the plan that came so far, never above it: a pilot that brought half of its plan is not believed to bring the whole of
 * it later. What is spent stays out; `leftOut` is shown in the tree with nothing of it counted. Throws a RangeError for a plan that `planProblems` calls wrong.
 *
 * @example caseAhead(plan, "2026-06-30", caseAgainstActual(plan, actuals)) // { kind: "ahead", forwardNetPresentValue: "…" }
 */
export function caseAhead(
  plan: CasePlan,
  until: string,
  comparison: CaseAgainstActual,
  leftOut: readonly Explanation[] = [],
): CaseAhead {
  const { remaining } = planCalendar(plan, until);
  const last = remaining.at(-1);
  if (last === undefined) return { kind: "nothing", reason: "The plan of the case has come to its end." };
  const lines = caseLines(plan, null, "credited").filter((line) => countsIn("cash", line));
  const [unvalued] = lines.flatMap(({ missing }) => (missing === null ? [] : [missing]));
  if (unvalued !== undefined) return { kind: "nothing", reason: unvalued.reason };
  const attained = attainedShare(comparison, plan.currency);
  const toCome: ToCome = { plan, until, lines, remaining };
  const tree = aheadTree(toCome, attained, leftOut);
  const from = remaining[0] === startPeriod ? plan.start : (remaining[0] ?? last);
  const rate = statedPercent(Number(plan.discountRate.annual));
  const share =
    attained === null
      ? "benefits as planned: nothing of them was due and known yet"
      : `benefits at ${percentText(Number(attained.value), [0, 1])} of the plan, as they came so far`;
  return {
    kind: "ahead",
    currency: plan.currency,
    from,
    to: last,
    forwardNetPresentValue: tree.value ?? "0",
    asPlanned: aheadTree(toCome, null).value ?? "0",
    attained: attained === null ? null : Number(attained.value),
    tree,
    spend: sumDecimals(
      lines
        .filter(({ kind }) => kind === "cost")
        .flatMap((line) => remaining.map((period) => plannedIn(plan, line, period) ?? "0")),
    ),
    sentence: `${from} to ${last}, discounted at ${rate} a year, after risk, ${share}.`,
  };
}

/** Of the benefits that the plan held for the periods both sides know, the share that came; at most 1, at least 0. */
function attainedShare(comparison: CaseAgainstActual, currency: string): Explanation | null {
  if (comparison.kind === "no-comparison") return null;
  const own = comparison.rows.filter(({ kind, lineIds }) => kind === "benefit" && lineIds.length > 0);
  const total = (label: string, of: "plan" | "actual") =>
    sum(
      label,
      currency,
      own.map((row) =>
        leaf(`${row.name}, ${of === "plan" ? "planned" : "came"}`, row[of], currency, {
          kind: of === "plan" ? "assumption" : "measured",
          text: "plan against actual, the periods that both sides know",
        }),
      ),
    );
  const [planned, came] = [total("Planned so far", "plan"), total("Came so far", "actual")];
  if (compareDecimals(planned.value ?? "0", "0") <= 0) return null;
  const label = "Share of the plan that came so far";
  const share = quotient(label, "ratio", came, planned);
  const clipped = (value: string, text: string) => leaf(label, value, "ratio", { kind: "assumption", text });
  const seen = `${came.value} ${currency} of ${planned.value} planned`;
  if (compareDecimals(share.value ?? "0", "0") < 0)
    return clipped("0", `${seen}: less than nothing is carried on as nothing`);
  return compareDecimals(share.value ?? "0", "1") > 0
    ? clipped("1", `${seen}: more than was planned is not carried on`)
    : share;
}
