import type { BenefitEvaluation } from "@liftledger/contracts/evaluation";
import { Paper, Stack } from "@mantine/core";
import { useMemo } from "react";
import { ChartCard } from "../../components/charts/chart-card.tsx";
import { Told } from "../explain/told.tsx";
import { HoldOutCard } from "../hold-out/hold-out-card.tsx";
import type { NumberedNote } from "../notes/numbered-notes.ts";
import { pointOf, type NotedPoint } from "../notes/noted-point.ts";
import { withNotes } from "../notes/with-notes.ts";
import { BenefitFacts } from "./benefit-facts.tsx";
import { ControlsWaiting, thinLines } from "../baseline/control-facts.tsx";
import { tableWithControls, withControls } from "../baseline/with-controls.ts";
import { kpiSpec, kpiTable } from "./kpi-against-expected.ts";
import { withGaps } from "./with-gaps.ts";
import { t } from "../../words.ts";

interface BenefitCardProps {
  benefit: BenefitEvaluation;
  notes: readonly NumberedNote[];
  /** Told where on its chart something is to be noted; undefined for who may not note anything. */
  onNote: ((at: NotedPoint) => void) | undefined;
}

function subtitle({ kpi: { name, numerator, denominator }, scope, holdOut }: BenefitEvaluation): string {
  const counted =
    denominator.kind === "period" ? numerator.counts : t`${numerator.counts} per ${denominator.unit}`;
  return holdOut === null
    ? t`${name}, ${scope}: ${counted}. Shaded: likely range without AI.`
    : t`${name}, ${scope}: ${counted}. Shaded: likely range without AI, by the part held out.`;
}

/** One benefit: its KPI against what was expected without AI, and how that is known. */
export function BenefitCard({ benefit: told, notes, onNote }: BenefitCardProps) {
  const benefit = useMemo(() => withGaps(told), [told]);
  const spec = useMemo(() => {
    const own = notes.filter(({ seriesId }) => seriesId === null || seriesId === benefit.seriesId);
    const lastDays = benefit.points.map(({ lastDay }) => lastDay);
    return withNotes(withControls(kpiSpec(benefit), benefit), lastDays, own);
  }, [benefit, notes]);
  const table = useMemo(() => tableWithControls(kpiTable(benefit), spec), [benefit, spec]);
  return (
    <Paper withBorder p="md" miw={0}>
      <Stack gap="md">
        <ChartCard
          bare
          headingOrder={3}
          height={320}
          title={benefit.findings}
          heading={<Told parts={benefit.findingsParts} figures={benefit.figures} />}
          subtitle={[subtitle(benefit), ...thinLines(benefit.controls)].join(" ")}
          spec={spec}
          table={table}
          onNote={onNote && ((index) => onNote(pointOf(benefit.points[index], benefit.seriesId)))}
        />
        <ControlsWaiting controls={benefit.controls} />
        {benefit.holdOut !== null && <HoldOutCard benefit={benefit} holdOut={benefit.holdOut} />}
        <BenefitFacts benefit={benefit} />
      </Stack>
    </Paper>
  );
}
