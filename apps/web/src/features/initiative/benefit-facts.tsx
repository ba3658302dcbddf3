import type { BenefitEvaluation } from "@liftledger/contracts/evaluation";
import { chance } from "@liftledger/roi/chance";
import { formatDate } from "../../components/format-date.ts";
import { formatInUnit, formatKpi, formatPercent, formatRange } from "../../components/format-number.ts";
import { FigureButton } from "../explain/figure-button.tsx";
import { evidenceSentences, evidenceWords } from "../verdict/verdict-look.ts";
import { BenefitClaims } from "./benefit-claims.tsx";
import { Fact, Quiet } from "./fact.tsx";
import { LastLogged } from "./last-logged.tsx";
import classes from "./benefit-facts.module.css";

/** How a benefit is known and what it is worth, as a list of facts. */
export function BenefitFacts({ benefit }: { benefit: BenefitEvaluation }) {
  return (
    <dl className={classes["facts"]}>
      <Measured benefit={benefit} />
      <Value benefit={benefit} />
      <BenefitClaims benefit={benefit} />
      <Evidence benefit={benefit} />
      <BaselineFacts benefit={benefit} />
      <Fact name="Last logged">
        <LastLogged benefit={benefit} />
      </Fact>
    </dl>
  );
}

/** What was found. Where a rule forbids to judge it, the rule comes first and the difference is muted. */
function Measured({ benefit }: { benefit: BenefitEvaluation }) {
  const { kpi, currency, actualRatio, expectedRatio, relativeLift } = benefit;
  if (actualRatio === null || expectedRatio === null) {
    return benefit.notJudged === null ? null : <Fact name="Not judged">{benefit.notJudged.reason}</Fact>;
  }
  const ratio = (value: number) => formatKpi(value, kpi.display, currency);
  const change =
    relativeLift === null
      ? ""
      : `, ${formatPercent(Math.abs(relativeLift), { digits: 1 })} ${relativeLift < 0 ? "worse" : "better"}`;
  const found = `${ratio(actualRatio)} measured, ${ratio(expectedRatio)} expected without AI${change}`;
  const detail = differenceDetail(benefit);
  if (benefit.notJudged !== null) {
    return (
      <Fact name="Not judged">
        {benefit.notJudged.reason}
        <Quiet>
          Shown, but not counted: {found}. {detail}
        </Quiet>
      </Fact>
    );
  }
  return (
    <Fact name="Difference">
      {found}
      <Quiet>{detail}</Quiet>
    </Fact>
  );
}

const guardrailWords = {
  better: "Guardrail: better.",
  worse: "Guardrail: worse, which caps the verdict at watch.",
  unclear: "Guardrail: no clear change.",
};

function differenceDetail(benefit: BenefitEvaluation): string {
  const { maturePeriods, kpi, probabilityOfGain, guardrail } = benefit;
  const periods = kpi.frequency === "week" ? "weeks" : "months";
  return [
    `${maturePeriods} full ${periods}.`,
    ...(probabilityOfGain === null
      ? []
      : [`${capitalise(chance(probabilityOfGain))} chance that it is better than without.`]),
    ...(guardrail === null ? [] : [guardrailWords[guardrail]]),
    unitsText(benefit),
  ].join(" ");
}

/** "533 more conversions, likely 380 to 690." */
function unitsText({ incrementalUnits, kpi, currency }: BenefitEvaluation): string {
  if (incrementalUnits === null) return "";
  const isMoney = kpi.numerator.measure === "spend" || kpi.numerator.measure === "revenue";
  const unit = isMoney && currency !== null ? currency : "count";
  const { value, interval } = incrementalUnits;
  // Units count in the good direction: a saved day is a gain of one.
  const asMeasured = kpi.direction === "higher" ? value : -value;
  const word = asMeasured >= 0 ? "more" : isMoney ? "less" : "fewer";
  const style = { digits: 0 };
  const ends = [interval?.low ?? value, interval?.high ?? value].map((end) => (value < 0 ? -end : end));
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const range = interval === null ? "" : `, likely ${formatRange(low, high, unit, style)}`;
  return `${formatInUnit(Math.abs(value), unit, style)} ${word} ${kpi.numerator.counts}${range}.`;
}

function Value({ benefit }: { benefit: BenefitEvaluation }) {
  const { measuredValue, realisedValue, assumptions, assumptionsVersion, notValued } = benefit;
  if (benefit.guardrail !== null) return null;
  const share = (text: string | undefined) =>
    text === undefined ? "not given" : formatPercent(Number(text));
  return (
    <Fact name="Value">
      {measuredValue === null ? "Not valued yet" : <FigureButton figure={measuredValue} />} measured
      {realisedValue !== null && (
        <>
          , <FigureButton figure={realisedValue} /> cashed
        </>
      )}
      <Quiet>
        {notValued.length > 0
          ? `Missing: ${notValued.join(", ")}.`
          : `Our share ${share(assumptions.attribution)}, confidence ${share(assumptions.confidence)}${
              assumptions.confidenceReason === undefined ? "" : ` (${assumptions.confidenceReason})`
            }.`}{" "}
        Assumptions version {assumptionsVersion}
        {assumptions.approvedBy === undefined
          ? ", not approved yet."
          : `, approved by ${assumptions.approvedBy}.`}
      </Quiet>
    </Fact>
  );
}

function Evidence({ benefit }: { benefit: BenefitEvaluation }) {
  const { grade, gradeReasons, baseline, holdOut } = benefit;
  // The check is of the series' own history, which a hold-out needs not.
  const placebo = holdOut === null ? benefit.placebo : null;
  // What the baseline says of itself stands there, once.
  const own = gradeReasons.filter((reason) => baseline?.reasons.includes(reason) !== true);
  return (
    <Fact name="How it is known">
      {grade === null ? "Not graded yet" : `${capitalise(evidenceWords[grade])} (grade ${grade})`}
      <Quiet>
        {grade === null ? "" : `${evidenceSentences[grade]} `}
        {asSentences(own)}
        {placebo === null
          ? ""
          : ` Check on ${placebo.folds} stretches where nothing happened: ${formatPercent(placebo.falseAlarmRate)} false alarms, ${
              placebo.passed ? "passed" : "not passed"
            }${placebo.wideningFactor > 1 ? `; the range is widened by ${formatPercent(placebo.wideningFactor - 1)}` : ""}.`}
      </Quiet>
    </Fact>
  );
}

const designWords = {
  flat: "flat",
  fourier: "with a yearly season",
  composed: "with a declared trend or control series",
};

function BaselineFacts({ benefit: { baseline, kpi, holdOut } }: { benefit: BenefitEvaluation }) {
  if (holdOut !== null) return <Fact name="Baseline">Not needed: the part held out is the comparison.</Fact>;
  if (baseline === null) return <Fact name="Baseline">None yet: freeze one under “Set up”.</Fact>;
  const corrected = baseline.correctedSince.length;
  const frozen =
    baseline.frozenAt === null
      ? `drafted by ${baseline.draftedBy}, not frozen yet`
      : `frozen ${formatDate(baseline.frozenAt)}${baseline.frozenBy === null ? "" : ` by ${baseline.frozenBy}`}`;
  return (
    <Fact name="Baseline">
      {baseline.prePeriods} {kpi.frequency === "week" ? "weeks" : "months"} before the start,{" "}
      {designWords[baseline.design]}, {frozen}
      <Quiet>
        {asSentences(baseline.reasons)}
        {corrected === 0 ? "" : ` ${corrected} of its periods were corrected since.`}
      </Quiet>
    </Fact>
  );
}

/** Reasons as the engine gives them, each with its full stop. */
const asSentences = (reasons: readonly string[]): string =>
  reasons.map((reason) => `${capitalise(reason)}${/[.!?]$/.test(reason) ? "" : "."}`).join(" ");

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
