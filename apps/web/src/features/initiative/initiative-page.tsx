import type { BenefitEvaluation, InitiativeEvaluation } from "@liftledger/contracts/evaluation";
import { Box, Grid, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { evaluationQuery } from "../../ledger-queries.ts";
import { ChartCard } from "../../components/charts/chart-card.tsx";
import { FailedQuery } from "../../components/failed-query.tsx";
import { formatDate } from "../../components/format-date.ts";
import { PageHeader, PageHeaderSkeleton } from "../../components/page-header.tsx";
import { useLastGood } from "../../components/use-last-good.ts";
import { useSeen } from "../../components/use-seen.ts";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { LookOnly } from "../access/look-only.tsx";
import { useHasRole } from "../access/use-has-role.ts";
import { InitiativeCases } from "../cases/initiative-cases.tsx";
import { ValuedOn } from "../clocks/valued-on.tsx";
import { Told } from "../explain/told.tsx";
import { MoneyToDateCard } from "../money-to-date/money-to-date-card.tsx";
import { NotesCard } from "../notes/notes-card.tsx";
import type { NumberedNote } from "../notes/numbered-notes.ts";
import { notesQuery } from "../notes/queries.ts";
import { NoteDialog } from "../notes/note-dialog.tsx";
import { pointOf, type NotedPoint } from "../notes/noted-point.ts";
import { initiativeAndSeries, ownInitiative } from "../notes/noted-thing.ts";
import { withNotes } from "../notes/with-notes.ts";
import { isWaiting, phaseNames } from "../verdict/verdict-look.ts";
import { BenefitCard } from "./benefit-card.tsx";
import { CostsCard } from "./costs-card.tsx";
import { InitiativeFigures } from "./initiative-figures.tsx";
import { roiFinding, roiToDateSpec, roiToDateTable } from "./roi-to-date.ts";
import { VerdictPanel } from "./verdict-panel.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

const AdoptionCard = lazy(() =>
  import("../adoption/adoption-card.tsx").then((module) => ({ default: module.AdoptionCard })),
);
const InitiativeGovernance = lazy(() =>
  import("../governance/initiative-governance.tsx").then((module) => ({
    default: module.InitiativeGovernance,
  })),
);
const InitiativeLearnings = lazy(() =>
  import("../learnings/initiative-learnings.tsx").then((module) => ({
    default: module.InitiativeLearnings,
  })),
);
const SetupSection = lazy(() =>
  import("./setup-section.tsx").then((module) => ({ default: module.SetupSection })),
);

/** One initiative: its verdict, its return against the benchmark, each KPI against what was expected. */
export function InitiativePage() {
  const organisationId = useOrganisationId();
  const { initiativeId } = useParams({ from: "/$organisationId/initiatives/$initiativeId" });
  const query = useQuery(evaluationQuery(organisationId, initiativeId, useClocks()));
  const evaluation = useLastGood(query.data, `${organisationId}/${initiativeId}`);
  return (
    <>
      <PageLink to="/$organisationId/portfolio" size="sm">{t`Portfolio`}</PageLink>
      {evaluation === undefined ? (
        <PageHeaderSkeleton title={t`Initiative`} waiting={query.isPending} />
      ) : (
        <PageHeader
          title={formatSentence(evaluation.headline)}
          heading={<Told parts={evaluation.headlineParts} figures={evaluation.figures} />}
          subline={sublineOf(evaluation)}
          aside={<ValuedOn />}
        />
      )}
      {query.isError && (
        <Box mb="md">
          <FailedQuery
            what={
              evaluation === undefined
                ? t`The initiative could not be loaded.`
                : t`The initiative could not be loaded: the figures here are valued on ${formatDate(evaluation.until)}.`
            }
            error={query.error}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
            showsOlderData={evaluation !== undefined}
          />
        </Box>
      )}
      {query.isPending && <InitiativeSkeleton />}
      {evaluation !== undefined && (
        <InitiativeBody key={evaluation.initiative.initiativeId} evaluation={evaluation} />
      )}
    </>
  );
}

function sublineOf({ initiative }: InitiativeEvaluation): string {
  const phase = t`${phaseNames[initiative.phase]} since ${formatDate(initiative.phaseEnteredOn)}`;
  const said = formatSentence(initiative.sentence);
  const sentence = said.endsWith(".") ? said : `${said}.`;
  return `${sentence} ${initiative.team}, ${initiative.owner}. ${phase}.`;
}

function InitiativeBody({ evaluation }: { evaluation: InitiativeEvaluation }) {
  const { initiativeId } = evaluation.initiative;
  const notes = useQuery(notesQuery(useOrganisationId(), initiativeId)).data ?? none;
  // Decided once a visit: the forms stay where they are while somebody fills them in.
  const [isSetUp] = useState(() => hasAllItNeeds(evaluation));
  const [noting, setNoting] = useState<NotedPoint>();
  const onNote = useHasRole("contributor") ? setNoting : undefined;
  const things = initiativeAndSeries(initiativeId, evaluation.benefits.map(seriesOf));
  return (
    <Stack gap="md">
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <VerdictPanel evaluation={evaluation} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <InitiativeFigures {...evaluation} />
        </Grid.Col>
      </Grid>
      {!isSetUp && <SetUp evaluation={evaluation} />}
      {hasReturnToDate(evaluation) && <ToDateCharts evaluation={evaluation} notes={notes} onNote={onNote} />}
      <Title order={2} fz={18} mt="xs">
        {evaluation.benefits.length === 1 ? t`What it moved` : t`What it moved, KPI by KPI`}
      </Title>
      {evaluation.benefits.length === 0 && (
        <Text c="dimmed">{t`No benefit is claimed yet: bind a measured KPI under “Set up”.`}</Text>
      )}
      {evaluation.benefits.map((benefit) => (
        <BenefitCard key={benefit.benefitId} benefit={benefit} notes={notes} onNote={onNote} />
      ))}
      <NotesCard initiativeId={initiativeId} notes={notes} things={things} />
      {noting !== undefined && (
        <NoteDialog
          key={`${noting.about} ${noting.from}`}
          subject={initiativeId}
          things={things}
          at={noting}
          onClose={() => setNoting(undefined)}
        />
      )}
      <Used initiativeId={initiativeId} />
      <CostsCard evaluation={evaluation} />
      <InitiativeCases initiativeId={initiativeId} />
      <Learned initiativeId={initiativeId} />
      <Governance initiativeId={initiativeId} />
      {isSetUp && <SetUp evaluation={evaluation} />}
    </Stack>
  );
}

const none: readonly NumberedNote[] = [];

const seriesOf = ({ seriesId, kpi, scope }: BenefitEvaluation) => ({
  seriesId,
  name: `${kpi.name}, ${scope}`,
});

/** Until there is a benefit with a baseline or a hold-out, and a cost, what is to be done comes before what is known. */
function hasAllItNeeds({ benefits, costs }: InitiativeEvaluation): boolean {
  const isCompared = benefits.every(({ baseline, holdOut }) => baseline !== null || holdOut !== null);
  return benefits.length > 0 && isCompared && costs.length > 0;
}

/** Without a return on the valuation date, such as when the volume left its range, the days before mean nothing. */
function hasReturnToDate({ toDate, figures }: InitiativeEvaluation): boolean {
  return toDate.length > 0 && figures.netRoi.value !== null;
}

/** Who uses it, fetched when somebody scrolls to it. */
function Used({ initiativeId }: { initiativeId: string }) {
  const { ref, seen } = useSeen();
  // A link to it comes before there is anything to scroll to.
  useEffect(() => {
    if (window.location.hash === "#who-uses-it") document.getElementById("who-uses-it")?.scrollIntoView();
  }, []);
  return (
    <div ref={ref} id="who-uses-it">
      <Suspense fallback={<Skeleton height={110} />}>
        {seen ? <AdoptionCard initiativeId={initiativeId} /> : <Box h={110} />}
      </Suspense>
    </div>
  );
}

/** How it is governed, fetched when somebody scrolls to it. */
function Governance({ initiativeId }: { initiativeId: string }) {
  const { ref, seen } = useSeen();
  return (
    <div ref={ref}>
      <Suspense fallback={<Skeleton height={110} />}>
        {seen ? <InitiativeGovernance initiativeId={initiativeId} /> : <Skeleton height={110} />}
      </Suspense>
    </div>
  );
}

/** What was learned of it, fetched when somebody scrolls to it. */
function Learned({ initiativeId }: { initiativeId: string }) {
  const { ref, seen } = useSeen();
  return (
    <div ref={ref}>
      <Suspense fallback={<Skeleton height={110} />}>
        {seen ? <InitiativeLearnings initiativeId={initiativeId} /> : <Skeleton height={110} />}
      </Suspense>
    </div>
  );
}

/** The forms, fetched when somebody scrolls to them. */
function SetUp({ evaluation }: { evaluation: InitiativeEvaluation }) {
  const { ref, seen } = useSeen();
  return (
    <Paper withBorder p="md" component="section" className="not-printed" aria-labelledby="set-up" ref={ref}>
      <Title order={2} fz={18} mb="sm" id="set-up">{t`Set up`}</Title>
      <Stack gap="md">
        <LookOnly least="contributor">
          {t`You see what the figures stand on. To change something, ask an admin for the role of contributor.`}
        </LookOnly>
        <Suspense fallback={<Skeleton height={420} />}>
          {seen ? (
            <SetupSection
              initiativeId={evaluation.initiative.initiativeId}
              missingCostMonths={evaluation.coverage.missingCostMonths}
            />
          ) : (
            <Skeleton height={420} />
          )}
        </Suspense>
      </Stack>
    </Paper>
  );
}

interface ToDateChartsProps {
  evaluation: InitiativeEvaluation;
  notes: readonly NumberedNote[];
  /** Undefined for who may not note anything. */
  onNote: ((at: NotedPoint) => void) | undefined;
}

function ToDateCharts({ evaluation, notes, onNote }: ToDateChartsProps) {
  const { toDate, band, currency, verdict } = evaluation;
  const waits = isWaiting(verdict.status);
  const spec = useMemo(() => {
    const own = notes.filter(({ seriesId }) => seriesId === null);
    const lastDays = toDate.map(({ lastDay }) => lastDay);
    return withNotes(roiToDateSpec(toDate, band, waits), lastDays, own);
  }, [toDate, band, waits, notes]);
  const table = useMemo(() => roiToDateTable(toDate), [toDate]);
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, lg: 6 }}>
        <ChartCard
          title={roiFinding(toDate, band, waits)}
          subtitle={t`ROI to date with its likely range. Grey: benchmark. Hatched: too early to judge.`}
          spec={spec}
          table={table}
          onNote={onNote && ((index) => onNote(pointOf(toDate[index], ownInitiative)))}
        />
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 6 }}>
        <MoneyToDateCard
          points={toDate}
          currency={currency}
          subtitle={t`Cumulative value and cost. Shaded: likely range.`}
          onNote={onNote && ((index) => onNote(pointOf(toDate[index], ownInitiative)))}
        />
      </Grid.Col>
    </Grid>
  );
}

function InitiativeSkeleton() {
  return (
    <Stack gap="md" aria-busy="true">
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Skeleton height={330} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Skeleton height={330} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Skeleton height={372} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Skeleton height={372} />
        </Grid.Col>
      </Grid>
      <Skeleton height={420} />
    </Stack>
  );
}
