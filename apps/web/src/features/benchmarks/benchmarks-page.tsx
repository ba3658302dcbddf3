import { Box, Button, Card, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { BenchmarkChoice, BenchmarkSet } from "@liftledger/contracts/benchmark-set";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { initiativesQuery } from "../../ledger-queries.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { today } from "../../today.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { LookOnly } from "../access/look-only.tsx";
import { useHasRole } from "../access/use-has-role.ts";
import { BandTable } from "./band-table.tsx";
import { ChoiceForm } from "./choice-form.tsx";
import { ChoicesTable } from "./choices-table.tsx";
import { choiceInForce, judgedByWords } from "./choice-words.ts";
import { useShownRows } from "../retirement/show-retired.tsx";
import { benchmarkChoicesQuery, benchmarkSetsQuery, publishedBenchmarksQuery } from "./queries.ts";
import { LimitsCard } from "./limits-card.tsx";
import { SetCard } from "./set-card.tsx";
import { SetForm } from "./set-form.tsx";
import { t } from "../../words.ts";

/** What initiatives are held against: the published benchmarks, the organisation's own, and the choice between them. */
export function BenchmarksPage() {
  const organisationId = useOrganisationId();
  const sets = useQuery(benchmarkSetsQuery(organisationId));
  const choices = useQuery(benchmarkChoicesQuery(organisationId));
  const initiatives = useQuery(initiativesQuery(organisationId));
  const failed = [sets, choices, initiatives].find((query) => query.isError);
  const mayChoose = useHasRole("finance");
  return (
    <>
      <PageHeader
        title={pageTitle(choices.data?.rows)}
        subline={t`What a return is held against, by phase. A change never rewrites a verdict of a closed month, and the published benchmark is always told beside one’s own.`}
      />
      <Stack gap="lg" maw={900}>
        <LookOnly least="finance">
          {t`You see what returns are held against. Finance chooses it, and enters benchmarks of your own.`}
        </LookOnly>
        {failed !== undefined && (
          <FailedQuery
            what={t`The benchmarks could not be loaded.`}
            error={failed.error}
            onRetry={() => void failed.refetch()}
            showsOlderData={failed.data !== undefined}
          />
        )}
        {sets.data !== undefined && choices.data !== undefined ? (
          <>
            <Card withBorder padding="md">
              <Title order={2} fz="lg" mb="sm">{t`What counts`}</Title>
              {mayChoose && (
                <ChoiceForm
                  sets={sets.data.rows}
                  choices={choices.data.rows}
                  initiatives={initiatives.data?.rows ?? []}
                />
              )}
              {!mayChoose && choices.data.rows.length === 0 && (
                <Text size="sm">{t`The published benchmarks: nobody has chosen others.`}</Text>
              )}
              {choices.data.rows.length > 0 && (
                <Box mt={mayChoose ? "lg" : 0}>
                  <ChoicesTable choices={choices.data.rows} />
                </Box>
              )}
            </Card>
            <OwnSets sets={sets.data.rows} choices={choices.data.rows} mayChange={mayChoose} />
          </>
        ) : (
          <Skeleton height={320} radius="md" />
        )}
        <Published />
        <LimitsCard />
      </Stack>
    </>
  );
}

function pageTitle(choices: readonly BenchmarkChoice[] | undefined): string {
  const which = { initiativeId: null, purpose: "verdict", day: today() } as const;
  const inForce = choices === undefined ? undefined : choiceInForce(choices, which);
  return t`Judged by ${judgedByWords(inForce ?? { judgedBy: "published", set: null })}`;
}

interface OwnSetsProps {
  sets: readonly BenchmarkSet[];
  choices: readonly BenchmarkChoice[];
  mayChange: boolean;
}

function OwnSets({ sets, choices, mayChange }: OwnSetsProps) {
  const [adding, setAdding] = useState(false);
  const inUse = setsInUse(choices);
  const { shown, control } = useShownRows(sets);
  return (
    <>
      {control}
      {shown.map((set) => (
        <SetCard key={set.setId} set={set} inUse={inUse.has(set.setId)} mayChange={mayChange} />
      ))}
      {!mayChange ? null : adding ? (
        <Card withBorder padding="md">
          <Title order={2} fz="lg" mb="sm">{t`Benchmarks of your own`}</Title>
          <SetForm onDone={() => setAdding(false)} />
        </Card>
      ) : (
        <div>
          <Button variant="default" onClick={() => setAdding(true)}>{t`Add benchmarks of your own`}</Button>
        </div>
      )}
    </>
  );
}

/** The sets that the last choice of somebody names. */
function setsInUse(choices: readonly BenchmarkChoice[]): Set<string> {
  const last = new Map<string, BenchmarkChoice>();
  for (const choice of choices) {
    const place = `${choice.initiativeId} ${choice.purpose}`;
    if (choice.version > (last.get(place)?.version ?? 0)) last.set(place, choice);
  }
  return new Set([...last.values()].flatMap(({ setId }) => setId ?? []));
}

function Published() {
  const published = useQuery(publishedBenchmarksQuery(useOrganisationId())).data?.rows;
  const [first] = published ?? [];
  if (published === undefined || first === undefined) return <Skeleton height={260} radius="md" />;
  return (
    <Card withBorder padding="md">
      <Title order={2} fz="lg" mb="xs">{t`Published`}</Title>
      <Text size="sm" mb="sm">
        {first.publisher}. {first.caveat}
      </Text>
      <BandTable
        label={t`Published benchmarks`}
        rows={published.map(
          ({ phase, floor, ceiling, expectation, durationMonths: [least = 0, most = 0] }) => ({
            phase,
            floor: floor === null ? null : String(floor),
            ceiling: ceiling === null ? null : String(ceiling),
            note: [expectation, t`${least} to ${most} months`].filter((part) => part !== null).join("; "),
          }),
        )}
      />
    </Card>
  );
}
