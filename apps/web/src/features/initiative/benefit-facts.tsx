import type { BenefitEvaluation } from "@liftledger/contracts/evaluation";
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { formatDate } from "../../components/format-date.ts";
import { formatCount, formatKpi, formatPercent, formatRange } from "../../components/format-number.ts";
import { FigureButton } from "../explain/figure-button.tsx";
import { chanceInWords } from "../verdict/chance.ts";
import { evidenceSentences, evidenceWords } from "../verdict/verdict-look.ts";
import { LastLogged } from "./last-logged.tsx";
import classes from "./benefit-facts.module.css";

/** How a benefit is known and what it is worth, as a list of facts. */
export function BenefitFacts({ benefit }: { benefit: BenefitEvaluation }) {
  return (
    <dl className={classes["facts"]}>
      {benefit.notJudged !== null && <Fact name="Not judged">{benefit.notJudged.reason}</Fact>}
      <Measured benefit={benefit} />
      <Value benefit={benefit} />
      <Evidence benefit={benefit} />
      <BaselineFacts benefit={benefit} />
      <Fact name="Last logged">
        <LastLogged benefit={benefit} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return (
    <Text size="sm" c="dimmed" component="div">
      {children}
    </Text>
  );
}

function Measured({ benefit }: { benefit: BenefitEvaluation }) {
  const { kpi, currency, actualRatio, expectedRatio, relativeLift, incrementalUnits, probabilityOfGain } =
    benefit;
  if (actualRatio === null || expectedRatio === null) return null;
  const ratio = (value: number) => formatKpi(value, kpi.display, currency);
  const change =
    relativeLift === null
      ? ""
      : ` (${relativeLift > 0 ? "+" : ""}${formatPercent(relativeLift, { digits: 1 })})`;
  const guardrail = {
    better: "Guardrail: better",
    worse: "Guardrail: worse, which caps the verdict at watch",
    unclear: "Guardrail: no clear change",
  };
  return (
    <Fact name="Difference">
      {ratio(actualRatio)} measured, {ratio(expectedRatio)} expected without AI{change}
      <Quiet>
        {benefit.maturePeriods} full {kpi.frequency === "week" ? "weeks" : "months"}.{" "}
        {probabilityOfGain === null
          ? ""
          : `${chanceInWords(probabilityOfGain)} that it is better than without. `}
        {incrementalUnits === null
          ? ""
          : `${formatCount(incrementalUnits.value)} more ${kpi.numerator.unit}${
              incrementalUnits.interval === null
                ? ""
                : `, likely ${formatRange(incrementalUnits.interval.low, incrementalUnits.interval.high, "count")}`
            }.`}
        {benefit.guardrail === null ? "" : ` ${guardrail[benefit.guardrail]}.`}
      </Quiet>
    </Fact>
  );
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

function Evidence({ benefit: { grade, gradeReasons, placebo } }: { benefit: BenefitEvaluation }) {
  return (
    <Fact name="How it is known">
      {grade === null ? "Not graded yet" : `${capitalise(evidenceWords[grade])} (grade ${grade})`}
      <Quiet>
        {grade === null ? "" : `${evidenceSentences[grade]} `}
        {gradeReasons.join(". ")}
        {placebo === null
          ? ""
          : ` Check on ${placebo.folds} stretches where nothing happened: ${formatPercent(placebo.falseAlarmRate)} false alarms, ${
              placebo.passed ? "passed" : "not passed"
            }${placebo.wideningFactor > 1 ? `; the range is widened by ${formatPercent(placebo.wideningFactor - 1)}` : ""}.`}
      </Quiet>
    </Fact>
  );
}

function BaselineFacts({ benefit: { baseline, kpi } }: { benefit: BenefitEvaluation }) {
  if (baseline === null) return <Fact name="Baseline">None yet: freeze one under “Set up”.</Fact>;
  const corrected = baseline.correctedSince.length;
  const frozen =
    baseline.frozenAt === null
      ? "not frozen yet"
      : `frozen ${formatDate(baseline.frozenAt)}${baseline.frozenBy === null ? "" : ` by ${baseline.frozenBy}`}`;
  return (
    <Fact name="Baseline">
      {baseline.prePeriods} {kpi.frequency === "week" ? "weeks" : "months"} before the start,{" "}
      {baseline.design === "fourier" ? "with a yearly season" : "flat"}, {frozen}
      <Quiet>
        {baseline.reasons.join(". ")}
        {corrected === 0 ? "" : ` ${corrected} of its periods were corrected since.`}
      </Quiet>
    </Fact>
  );
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
