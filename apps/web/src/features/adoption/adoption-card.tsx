import type { Adoption } from "@liftledger/contracts/adoption";
import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { ChartCard } from "../../components/charts/chart-card.tsx";
import { readDraft } from "../../components/draft-store.ts";
import { FigureCard } from "../../components/figure-card.tsx";
import { formatInstant } from "../../components/format-date.ts";
import { formatPercent } from "../../components/format-number.ts";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { FigureButton } from "../explain/figure-button.tsx";
import { AdoptionForm, adoptionDraftKey } from "./adoption-form.tsx";
import { AdoptionVersions } from "./adoption-versions.tsx";
import { adoptionFinding, adoptionSpec, adoptionTable, lookWords } from "./adoption-words.ts";
import { adoptionQuery } from "./queries.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t, tx } from "../../words.ts";

/** How many of those who could use it do, beside what the case assumes; and which series tells it. */
export function AdoptionCard({ initiativeId }: { initiativeId: string }) {
  const query = useQuery(adoptionQuery(useOrganisationId(), initiativeId, useClocks()));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="adoption">
      <Title order={2} fz={18} id="adoption">{t`Who uses it`}</Title>
      <ShownQuery query={query} failed={t`Who uses it could not be loaded.`} height={110}>
        {(adoption) => <Body key={initiativeId} adoption={adoption} />}
      </ShownQuery>
    </Paper>
  );
}

function Body({ adoption }: { adoption: Adoption }) {
  const { series, recordedBy, recordedAt, initiativeId } = adoption;
  const organisationId = useOrganisationId();
  const { asOf } = useClocks();
  const mayWrite = (usePerson()?.role ?? "viewer") !== "viewer" && asOf === undefined;
  const key = adoptionDraftKey(organisationId, initiativeId);
  const [changing, setChanging] = useState(() => readDraft(localStorage, key) !== undefined);
  return (
    <Stack gap="sm" mt={4}>
      {series === null ? (
        <Text size="sm">
          {t`No series tells it yet, so adoption is not judged. One counts week by week who used it, of those who could, and is logged like any other number.`}
        </Text>
      ) : (
        <Told adoption={adoption} />
      )}
      {changing && mayWrite ? (
        <AdoptionForm adoption={adoption} onDone={() => setChanging(false)} />
      ) : (
        <Group gap="sm" className="not-printed">
          {mayWrite && (
            <Button variant="default" onClick={() => setChanging(true)}>
              {series === null ? t`Name the series that tells it` : t`Change what tells it`}
            </Button>
          )}
          {recordedBy !== null && recordedAt !== null && (
            <>
              <Text size="sm" c="dimmed">
                {series === null
                  ? t`Since ${formatInstant(recordedAt)} none is named any more, by ${recordedBy}`
                  : t`Named by ${recordedBy}, ${formatInstant(recordedAt)}`}
              </Text>
              <AdoptionVersions initiativeId={initiativeId} />
            </>
          )}
        </Group>
      )}
    </Stack>
  );
}

/** What the series says, beside what the approved case assumes. */
function Told({ adoption }: { adoption: Adoption }) {
  const organisationId = useOrganisationId();
  const { series, figure, now, before, assumed, weeks } = adoption;
  const spec = useMemo(() => adoptionSpec(adoption), [adoption]);
  const table = useMemo(() => adoptionTable(adoption), [adoption]);
  if (series === null || figure === null) return null;
  return (
    <>
      <Text size="sm">
        {tx`Told by ${(
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link
                to="/$organisationId/kpis/$kpiKey"
                params={{ organisationId, kpiKey: series.kpiKey }}
                {...props}
              />
            )}
          >
            {series.name}
          </Anchor>
        )}.`}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
        <FigureCard
          label={t`Now`}
          value={<FigureButton figure={figure} fallback={t`Not known`} />}
          detail={now === null ? formatSentence(figure.reason ?? "") : lookWords(now)}
        />
        <FigureCard
          label={t`Four weeks before`}
          value={before === null ? t`Not known` : formatPercent(before.share)}
          detail={
            before === null
              ? t`Known once eight weeks are logged, and at least two of each four`
              : lookWords(before)
          }
        />
        {assumed !== null &&
          assumed.lines.map(({ lineId, line, share, source }) => (
            <FigureCard
              key={lineId}
              label={t`Assumed by the approved case`}
              value={formatPercent(Number(share))}
              detail={
                <>
                  <Anchor
                    size="sm"
                    renderRoot={(props) => (
                      <Link
                        to="/$organisationId/cases/$caseId"
                        params={{ organisationId, caseId: assumed.caseId }}
                        {...props}
                      />
                    )}
                  >
                    {line}
                  </Anchor>
                  {source === null ? "" : ` (${source})`}
                  {!adoption.sameAsCase && <Text size="sm">{t`Nobody has said that it means the same`}</Text>}
                </>
              }
            />
          ))}
      </SimpleGrid>
      {weeks.length > 1 && (
        <ChartCard
          title={adoptionFinding(adoption)}
          subtitle={t`Week by week: who used it, of those who could. A week that was not logged is a gap.`}
          spec={spec}
          table={table}
          height={180}
          headingOrder={3}
          bare
        />
      )}
    </>
  );
}
