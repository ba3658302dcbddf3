import type { BenefitEvaluation, Figure } from "@liftledger/contracts/evaluation";
import { formatDayOf, formatPeriod } from "../../components/format-date.ts";
import { formatKpi } from "../../components/format-kpi.ts";
import { formatInUnit, formatPercent, formatRange } from "../../components/format-number.ts";
import { ChanceButton } from "../explain/chance-button.tsx";
import { FigureButton } from "../explain/figure-button.tsx";
import { evidenceSentences, evidenceWords } from "../verdict/verdict-look.ts";
import { BenefitClaims } from "./benefit-claims.tsx";
import { Fact, Quiet } from "./fact.tsx";
import { LastLogged } from "./last-logged.tsx";
import classes from "./benefit-facts.module.css";
import { formatSentence } from "../../components/format-sentence.ts";
import { t, tx } from "../../words.ts";

/** How a benefit is known and what it is worth, as a list of facts. */
export function BenefitFacts({ benefit }: { benefit: BenefitEvaluation }) {
  return (
    <dl className={classes["facts"]}>
      <Measured benefit={benefit} />
      <Value benefit={benefit} />
      <BenefitClaims benefit={benefit} />
      <Evidence benefit={benefit} />
      <BaselineFacts benefit={benefit} />
      <Fact name={t`Last logged`}>
        <LastLogged benefit={benefit} />
      </Fact>
    </dl>
  );
}

/** What was found. Where a rule forbids to judge it, the rule comes first and the difference is muted. */
function Measured({ benefit }: { benefit: BenefitEvaluation }) {
  const { actualRatio, expectedRatio } = benefit.figures;
  if (actualRatio === null || expectedRatio === null) {
    return benefit.notJudged === null ? null : (
      <Fact name={t`Not judged`}>{formatSentence(benefit.notJudged.reason)}</Fact>
    );
  }
  const found = <Found benefit={benefit} actual={actualRatio} expected={expectedRatio} />;
  const detail = <DifferenceDetail benefit={benefit} />;
  if (benefit.notJudged !== null) {
    return (
      <Fact name={t`Not judged`}>
        {formatSentence(benefit.notJudged.reason)}
        <Quiet>{tx`Shown, but not counted: ${found}. ${detail}`}</Quiet>
      </Fact>
    );
  }
  return (
    <Fact name={t`Difference`}>
      {found}
      <Quiet>{detail}</Quiet>
    </Fact>
  );
}

interface FoundProps {
  benefit: BenefitEvaluation;
  actual: Figure;
  expected: Figure;
}

/** "2.8% measured, 2.2% expected without AI, 27% better". */
function Found({ benefit: { kpi, currency, figures }, actual, expected }: FoundProps) {
  const ratio = (figure: Figure) => (
    <FigureButton figure={figure} instead={formatKpi(Number(figure.value), kpi.display, currency)} />
  );
  const { relativeLift } = figures;
  if (relativeLift === null) return tx`${ratio(actual)} measured, ${ratio(expected)} expected without AI`;
  const lift = Number(relativeLift.value);
  const change = (
    <FigureButton figure={relativeLift} instead={formatPercent(Math.abs(lift), { digits: 1 })} />
  );
  return lift < 0
    ? tx`${ratio(actual)} measured, ${ratio(expected)} expected without AI, ${change} worse`
    : tx`${ratio(actual)} measured, ${ratio(expected)} expected without AI, ${change} better`;
}

const guardrailWords = {
  better: t`Guardrail: better.`,
  worse: t`Guardrail: worse, which caps the verdict at watch.`,
  unclear: t`Guardrail: no clear change.`,
};

const draftedWords = t`Guardrail: worse, which caps the verdict at watch once its baseline is frozen.`;

function DifferenceDetail({ benefit }: { benefit: BenefitEvaluation }) {
  const { maturePeriods, kpi, figures, guardrail, notJudged } = benefit;
  // Of a draft a guardrail says nothing to the verdict yet.
  const isDrafted = guardrail === "worse" && notJudged?.rule === "no-frozen-baseline";
  return (
    <>
      {kpi.frequency === "week" ? t`${maturePeriods} full weeks.` : t`${maturePeriods} full months.`}
      {figures.chanceOfGain !== null && (
        <>
          {" "}
          {tx`${<ChanceButton figure={figures.chanceOfGain} opens />} chance that it is better than without.`}
        </>
      )}
      {guardrail !== null && ` ${isDrafted ? draftedWords : guardrailWords[guardrail]}`}{" "}
      <Units benefit={benefit} />
    </>
  );
}

/** An amount and what it is worth are read beside each other: both to the whole unit. */
const whole = { digits: 0 };

/** "533 more conversions, likely 380 to 690." */
function Units({ benefit: { incrementalUnits, kpi, currency, figures } }: { benefit: BenefitEvaluation }) {
  if (incrementalUnits === null || figures.incrementalUnits === null) return null;
  const isMoney = kpi.numerator.measure === "spend" || kpi.numerator.measure === "revenue";
  const unit = isMoney && currency !== null ? currency : "count";
  const { value, interval } = incrementalUnits;
  // Units count in the good direction: a saved day is a gain of one.
  const asMeasured = kpi.direction === "higher" ? value : -value;
  const ends = [interval?.low ?? value, interval?.high ?? value].map((end) => (value < 0 ? -end : end));
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const amount = (
    <FigureButton figure={figures.incrementalUnits} instead={formatInUnit(Math.abs(value), unit, whole)} />
  );
  const { counts } = kpi.numerator;
  const found =
    asMeasured >= 0
      ? tx`${amount} more ${counts}`
      : isMoney
        ? tx`${amount} less ${counts}`
        : tx`${amount} fewer ${counts}`;
  if (interval === null) return <>{found}.</>;
  return tx`${found}, likely ${formatRange(low, high, unit, whole)}.`;
}

function Value({ benefit }: { benefit: BenefitEvaluation }) {
  const { measuredValue, realisedValue, assumptions, assumptionsVersion, notValued } = benefit;
  if (benefit.guardrail !== null) return null;
  const share = (text: string | undefined) =>
    text === undefined ? t`not given` : formatPercent(Number(text));
  const measured =
    measuredValue === null ? t`Not valued yet` : <FigureButton figure={measuredValue} numbers={whole} />;
  const { confidenceReason } = assumptions;
  const confidence = `${share(assumptions.confidence)}${confidenceReason === undefined ? "" : ` (${confidenceReason})`}`;
  return (
    <Fact name={t`Value`}>
      {realisedValue === null
        ? tx`${measured} measured`
        : tx`${measured} measured, ${<FigureButton figure={realisedValue} numbers={whole} />} cashed`}
      <Quiet>
        {notValued.length > 0
          ? t`Missing: ${notValued.join(", ")}.`
          : t`Our share ${share(assumptions.attribution)}, confidence ${confidence}.`}{" "}
        {assumptions.approvedBy === undefined
          ? t`Assumptions version ${assumptionsVersion}, not approved yet.`
          : t`Assumptions version ${assumptionsVersion}, approved by ${assumptions.approvedBy}.`}{" "}
        {earlierVersions(benefit.stretches)}
      </Quiet>
    </Fact>
  );
}

/** Which versions count for the periods before the latest: "Up to 2026-W22 version 1 counts." */
function earlierVersions(stretches: BenefitEvaluation["stretches"]): string {
  return stretches
    .slice(0, -1)
    .map(
      ({ until, version }) =>
        t`Up to ${until === null ? "" : formatPeriod(until)} version ${version} counts.`,
    )
    .join(" ");
}

function Evidence({ benefit }: { benefit: BenefitEvaluation }) {
  const { grade, gradeReasons, baseline, holdOut } = benefit;
  // The check is of the series' own history, which a hold-out needs not.
  const placebo = holdOut === null ? benefit.placebo : null;
  // What the baseline says of itself stands there, once.
  const own = gradeReasons.filter((reason) => baseline?.reasons.includes(reason) !== true);
  return (
    <Fact name={t`How it is known`}>
      {grade === null ? t`Not graded yet` : t`${capitalise(evidenceWords[grade])} (grade ${grade})`}
      <Quiet>
        {grade === null ? "" : `${evidenceSentences[grade]} `}
        {asSentences(own)}
        {placebo === null ? "" : ` ${placeboText(placebo)}`}
      </Quiet>
    </Fact>
  );
}

function placeboText({
  folds,
  falseAlarmRate,
  passed,
  wideningFactor,
}: NonNullable<BenefitEvaluation["placebo"]>): string {
  const alarms = formatPercent(falseAlarmRate);
  const result = passed
    ? t`Check on ${folds} stretches where nothing happened: ${alarms} false alarms, passed`
    : t`Check on ${folds} stretches where nothing happened: ${alarms} false alarms, not passed`;
  if (wideningFactor <= 1) return `${result}.`;
  return t`${result}; the range is widened by ${formatPercent(wideningFactor - 1)}.`;
}

const designWords = {
  flat: t`flat`,
  fourier: t`with a yearly season`,
  composed: t`with a declared trend or control series`,
};

function BaselineFacts({
  benefit: { baseline, pendingBaseline, kpi, holdOut },
}: {
  benefit: BenefitEvaluation;
}) {
  if (holdOut !== null)
    return <Fact name={t`Baseline`}>{t`Not needed: the part held out is the comparison.`}</Fact>;
  if (baseline === null) return <Fact name={t`Baseline`}>{noneText(pendingBaseline)}</Fact>;
  const corrected = baseline.correctedSince.length;
  const frozen = frozenText(baseline);
  const before =
    kpi.frequency === "week"
      ? t`${baseline.prePeriods} weeks before the start`
      : t`${baseline.prePeriods} months before the start`;
  return (
    <Fact name={t`Baseline`}>
      {[before, designWords[baseline.design], frozen].join(", ")}
      <Quiet>
        {asSentences(baseline.reasons)}
        {corrected === 0 ? "" : ` ${t`${corrected} of its periods were corrected since.`}`}
      </Quiet>
    </Fact>
  );
}

/** What there is where it stands on none: what somebody drafted or froze beside it. */
function noneText(pending: BenefitEvaluation["pendingBaseline"]): string {
  if (pending === null) return t`None yet: freeze one under “Set up”.`;
  const { by } = pending;
  const day = formatDayOf(pending.at);
  return pending.status === "draft"
    ? t`None in use yet: ${by} drafted one on ${day}, which is not frozen yet.`
    : t`None in use yet: ${by} froze one on ${day}, which is not used here.`;
}

function frozenText({
  draftedAt,
  frozenAt,
  frozenBy,
  draftedBy,
}: NonNullable<BenefitEvaluation["baseline"]>): string {
  if (frozenAt === null) return t`drafted by ${draftedBy} on ${formatDayOf(draftedAt)}, not frozen yet`;
  const day = formatDayOf(frozenAt);
  return frozenBy === null ? t`frozen ${day}` : t`frozen ${day} by ${frozenBy}`;
}

/** Reasons as the engine gives them, each with its full stop. */
const asSentences = (reasons: readonly string[]): string =>
  reasons
    .map((reason) => `${capitalise(formatSentence(reason))}${/[.!?]$/.test(reason) ? "" : "."}`)
    .join(" ");

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
