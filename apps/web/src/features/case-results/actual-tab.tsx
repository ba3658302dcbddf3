import { Alert, Card, Group, List, Stack, Text, Title } from "@mantine/core";
import type { CaseActuals } from "@liftledger/contracts/case-actuals";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { clockQuery } from "../../api.ts";
import { FloatingBars } from "../../components/charts/floating-bars.tsx";
import { PictureCard } from "../../components/charts/picture-card.tsx";
import { CopyLinkButton } from "../../components/copy-link-button.tsx";
import { formatDate } from "../../components/format-date.ts";
import { formatPercent } from "../../components/format-number.ts";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import type { CaseTabProps } from "../cases/case-tabs.ts";
import { ValuedOn } from "../clocks/valued-on.tsx";
import { actualFinding, bridgeBars, forecastBars, type Comparison } from "./bridge-bars.ts";
import { fixedAddress } from "../clocks/fixed-address.ts";
import { useOpenExplanation } from "../explain/use-explain.ts";
import { AmountButton } from "./amount-button.tsx";
import { columnName } from "./case-time.ts";
import { caseActualsQuery, type CasePlace } from "./queries.ts";
import { useResultsSearch } from "./use-results-search.ts";
import { SaveListButton } from "./save-list-button.tsx";
import { PeriodTable, VarianceTable } from "./variance-tables.tsx";
import { versionAddress } from "./version-address.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t, tx } from "../../words.ts";

/** A version held against what was measured and booked: why the two differ, by line with who answers for it, and by period. */
export function ActualTab({ caseId, number }: CaseTabProps) {
  const { basis } = useResultsSearch();
  const clocks = useClocks();
  const query = useQuery(caseActualsQuery(useOrganisationId(), { caseId, number }, { basis, ...clocks }));
  return (
    <ShownQuery query={query} failed={t`What came of the plan could not be loaded.`} height={720}>
      {(actuals) => (
        <Actuals
          actuals={actuals}
          place={{ caseId, number }}
          save={
            <SaveListButton
              list="listCaseVariances"
              place={{ caseId, number }}
              query={{ basis, ...clockQuery(clocks) }}
              name={t`Plan and actual by line`}
              fileName="plan-against-actual.csv"
            />
          }
        />
      )}
    </ShownQuery>
  );
}

interface ActualsProps {
  actuals: CaseActuals;
  place: CasePlace;
  /** Saves the lines as a file. */
  save: ReactNode;
}

function Actuals({ actuals, place, save }: ActualsProps) {
  const { comparison, unknown, until, asOf } = actuals;
  const isCompared = comparison.kind === "comparison";
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="md">
        <div style={{ flex: "1 1 320px", minWidth: 0 }}>
          <Title order={2} fz="xl">
            {isCompared ? actualFinding(comparison) : t`There is nothing to compare yet`}
          </Title>
          <Text size="sm" c="dimmed">
            {isCompared
              ? t`Benefits less costs over the months that have ended by ${formatDate(until)} and that both sides know. The plan counts before the risk of its lines. A month of which nothing is known is told, and is never filled with plan.`
              : formatSentence(comparison.reason)}
          </Text>
        </div>
        <Group gap="xs" align="flex-end">
          <ValuedOn asOf={asOf} />
          <CopyLinkButton
            address={fixedAddress(versionAddress(window.location.href, { number: place.number }), actuals)}
          />
        </Group>
      </Group>
      {unknown.length > 0 && (
        <Alert variant="default" title={t`Planned, and nothing is known of it yet`}>
          <List size="sm">
            {unknown.map(({ lineId, name, reason }) => (
              <List.Item key={lineId}>
                {/* no text: a colon between a name and what is said of it */}
                {`${name}: ${formatSentence(reason)}`}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {isCompared && <Compared place={place} comparison={comparison} save={save} />}
    </Stack>
  );
}

function Compared({
  place,
  comparison,
  save,
}: {
  place: CasePlace;
  comparison: Comparison;
  save: ReactNode;
}) {
  const open = useOpenExplanation();
  const [bridge, forecast] = [bridgeBars(comparison), forecastBars(comparison)];
  const tableOf = (bars: readonly { name: string; text: string }[]) => ({
    columns: [t`Step`, t`Amount`],
    rows: bars.map(({ name, text }) => [name, text]),
  });
  return (
    <>
      <CoverageCard comparison={comparison} />
      <PictureCard
        title={t`From what was planned to what came, step by step`}
        subtitle={t`One driver after the other is put at what it was. The steps add up to the difference, and nothing is left over.`}
        hint={t`Press a step to see what it is made of.`}
        table={tableOf(bridge)}
      >
        <FloatingBars
          label={t`From what was planned to what came, step by step`}
          bars={bridge}
          isJoined
          onOpen={open}
        />
      </PictureCard>
      <VarianceTable place={place} comparison={comparison} save={save} />
      <PictureCard
        title={t`What came with what is still planned`}
        subtitle={
          comparison.forecast.isWithoutMissing
            ? t`Hollow bars are plan: they have not happened.`
            : t`Hollow bars are plan: they have not happened. Nothing stands for what is missing to date.`
        }
        table={tableOf(forecast)}
      >
        <FloatingBars
          label={t`What came with what is still planned`}
          bars={forecast}
          isJoined
          onOpen={open}
        />
      </PictureCard>
      <PeriodTable comparison={comparison} />
    </>
  );
}

/** How much of what was planned to date is known, of costs and of benefits, with what is missing. */
function CoverageCard({ comparison: { coverage, figureIds } }: { comparison: Comparison }) {
  const sides = [
    [t`Costs`, coverage.costs, figureIds.costsKnown],
    [t`Benefits`, coverage.benefits, figureIds.benefitsKnown],
  ] as const;
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="case-coverage">
      <Title order={3} fz="md" mb="xs" id="case-coverage">{t`How much of it is known`}</Title>
      {sides.map(([name, { share, missing }, figureId]) => {
        const months = missing.map(columnName).join(", ");
        const part = share === null ? null : formatPercent(share);
        const known =
          part === null ? (
            t`nothing was planned to date`
          ) : (
            <AmountButton figureId={figureId} text={part} name={t`${name} that are known`} />
          );
        return (
          <Text key={name} size="sm">
            <Text span fw={600}>
              {name}
            </Text>
            {/* no text: a colon between a name and what is said of it */}
            {": "}
            {missing.length === 0 ? known : tx`${known}; missing: ${months}`}
          </Text>
        );
      })}
    </Card>
  );
}
