import type { Band, Figure, InitiativeEvaluation } from "@liftledger/contracts/evaluation";
import { periodsInWords } from "@liftledger/kpis/data-quality/finding";
import { withinSentence } from "@liftledger/kpis/within-sentence";
import { Box, Group, List, Paper, Text, Title } from "@mantine/core";
import { ChanceButton } from "../explain/chance-button.tsx";
import { FigureButton } from "../explain/figure-button.tsx";
import { Told } from "../explain/told.tsx";
import { StatusShape } from "../verdict/status-mark.tsx";
import { isWaiting, phaseNames, verdictLooks } from "../verdict/verdict-look.ts";
import { BandEdgeFigure, BandFigures } from "../verdict/band-figures.tsx";
import { stoppingWords } from "../verdict/stopping-words.ts";
import { BaselineLink } from "./baseline-link.tsx";
import { BreakEvenLine } from "./break-even-line.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { pointsWords } from "../../components/points-words.ts";
import { t, tx } from "../../words.ts";

/** The verdict with its reason, its chances in plain words, what it lacks, and what would break even. */
export function VerdictPanel({ evaluation }: { evaluation: InitiativeEvaluation }) {
  const { verdict, band, breakEven, coverage } = evaluation;
  return (
    <Paper withBorder p="md" h="100%" component="section" aria-labelledby="verdict">
      <Group gap="sm" align="center" wrap="nowrap">
        <StatusShape status={verdict.status} size={22} />
        <Title order={2} fz={20} lh={1.25} c={verdictLooks[verdict.status].colour} id="verdict">
          {formatSentence(verdict.headline)}
        </Title>
      </Group>
      <Text mt={6}>
        <Told parts={evaluation.reasonParts} />
        <ToBaseline evaluation={evaluation} sentence={verdict.reason} />
      </Text>
      <Missing evaluation={evaluation} />
      <Chances figures={evaluation.figures} band={band} />
      <BreakEvenLine breakEven={breakEven} />
      {evaluation.decisionAsked !== null && (
        <Text mt="sm">
          <strong>{t`Decision asked:`}</strong> {withinSentence(evaluation.decisionAsked)}.{" "}
          {tx`Stopping it ${(
            <FigureButton
              figure={evaluation.figures.costOfStopping}
              instead={withinSentence(stoppingWords(evaluation.figures.costOfStopping, {}))}
            />
          )} a month.`}
        </Text>
      )}
      <Text size="sm" c="dimmed" mt="sm">
        {band === null
          ? t`This phase has no return benchmark.`
          : tx`${phaseNames[band.phase]} benchmark ${<BandFigures band={band} />}, ${benchmarkSource(band)}. ${band.caveat}`}
        {evaluation.figures.overFloor.value !== null && !isWaiting(verdict.status) && (
          <> {overFloorWords(evaluation.figures.overFloor)}</>
        )}
      </Text>
      {verdict.qualifiers
        .filter(({ text }) => text !== band?.caveat)
        .map((qualifier) => (
          <Text key={qualifier.key} size="sm" c="dimmed">
            {formatSentence(qualifier.text)}
          </Text>
        ))}
      {coverage.missingCostMonths.length > 0 && (
        <Text size="sm" c="dimmed">
          {formatSentence(t`Months without recorded cost: ${periodsInWords(coverage.missingCostMonths)}.`)}
        </Text>
      )}
    </Paper>
  );
}

/** "12 points over its floor", "109 points under its floor": never a negative height. */
function overFloorWords(figure: Figure) {
  const height = Number(figure.value);
  const button = (
    <FigureButton figure={figure} instead={pointsWords(height, Math.abs(height) < 0.01 ? 1 : 0)} />
  );
  return height >= 0 ? tx`${button} over its floor.` : tx`${button} under its floor.`;
}

/** Who says so, and of one's own benchmarks in which version. */
function benchmarkSource({ publisher, set }: Band): string {
  return set === null
    ? publisher
    : t`${set.name}, version ${set.version}, approved by ${set.approvedBy} (${publisher})`;
}

/** Where a sentence asks for a baseline, which is the one of the benefit that says the same: the way to it. */
function ToBaseline({ evaluation, sentence }: { evaluation: InitiativeEvaluation; sentence: string }) {
  const benefit = evaluation.benefits.find(
    ({ notJudged }) => notJudged?.rule === "no-frozen-baseline" && notJudged.reason === sentence,
  );
  if (benefit === undefined) return null;
  const { initiativeId } = evaluation.initiative;
  return (
    <>
      {" "}
      <BaselineLink initiativeId={initiativeId} benefit={benefit} />
    </>
  );
}

function Missing({ evaluation }: { evaluation: InitiativeEvaluation }) {
  const { verdict } = evaluation;
  // What the reason has said already is not said twice.
  const missing = verdict.missing.filter(({ what }) => !verdict.reason.includes(what));
  if (missing.length === 0) return null;
  return (
    <Box mt="sm">
      <Text size="sm" fw={600}>{t`What is missing`}</Text>
      <List size="sm" spacing={2}>
        {missing.map(({ rule, what, knownWhen }) => (
          <List.Item key={`${rule} ${what}`}>
            {formatSentence(what)}
            {knownWhen === null ? "" : ` ${t`Known ${formatSentence(knownWhen)}.`}`}
            <ToBaseline evaluation={evaluation} sentence={what} />
          </List.Item>
        ))}
      </List>
    </Box>
  );
}

type Figures = InitiativeEvaluation["figures"];

function Chances({ figures, band }: { figures: Figures; band: Band | null }) {
  const { chanceOfReturn, chanceOfFloor, chanceOfCeiling } = figures;
  if (chanceOfReturn === null) return null;
  return (
    <List size="sm" mt="sm" spacing={2}>
      <List.Item>
        {tx`${<ChanceButton figure={chanceOfReturn} />} chance that it returns more than it cost`}
      </List.Item>
      {band !== null && chanceOfFloor !== null && (
        <List.Item>
          {tx`${<ChanceButton figure={chanceOfFloor} />} chance of at least ${<BandEdgeFigure band={band} edge="floor" />}`}
        </List.Item>
      )}
      {band !== null && band.ceiling !== null && chanceOfCeiling !== null && (
        <List.Item>
          {tx`${<ChanceButton figure={chanceOfCeiling} />} chance of at least ${<BandEdgeFigure band={band} edge="ceiling" />}`}
        </List.Item>
      )}
    </List>
  );
}
