import { Card, Group, SegmentedControl, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { CaseSimulation } from "@liftledger/contracts/case-simulation";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Histogram } from "../../components/charts/histogram.tsx";
import { PictureCard } from "../../components/charts/picture-card.tsx";
import { FailedQuery } from "../../components/failed-query.tsx";
import { formatCount, formatMoney, formatPercent } from "../../components/format-number.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import classes from "../../components/table.module.css";
import { useSeen } from "../../components/use-seen.ts";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { phaseNames } from "../verdict/verdict-look.ts";
import { AmountButton } from "./amount-button.tsx";
import { chanceText, lossFinding, type Simulated } from "./chance-words.ts";
import { caseSimulationQuery, type CasePlace } from "./queries.ts";
import { simulationRows } from "./result-tables.ts";
import { SaveTableButton } from "./save-table-button.tsx";
import { scenarioName } from "./result-words.ts";
import type { useResultsSearch } from "./use-results-search.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

interface ChancesCardProps {
  place: CasePlace;
  scenario: string;
  shown: ReturnType<typeof useResultsSearch>;
}

/** How the plan may turn out: ten thousand runs, drawn by the server when the picture comes into view. */
export function ChancesCard(props: ChancesCardProps) {
  const { ref, seen } = useSeen();
  return <div ref={ref}>{seen ? <Asked {...props} /> : <Skeleton height={480} radius="md" />}</div>;
}

function Asked({ place, scenario, shown: { basis, estimates } }: ChancesCardProps) {
  const { asOf } = useClocks();
  const wanted = { scenario, basis, unsignedEstimates: estimates, asOf };
  const query = useQuery(caseSimulationQuery(useOrganisationId(), place, wanted));
  return (
    <Stack gap="sm">
      {query.isError && (
        <FailedQuery
          what={t`How it may turn out could not be reckoned.`}
          error={query.error}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
          showsOlderData={query.data !== undefined}
        />
      )}
      {query.isPending && <Skeleton height={480} radius="md" />}
      {query.data !== undefined && (
        <div style={{ opacity: query.isPlaceholderData ? 0.6 : 1 }}>
          <Chances simulation={query.data} />
        </div>
      )}
    </Stack>
  );
}

function Chances({ simulation }: { simulation: CaseSimulation }) {
  const { outcome, uncertainLines } = simulation;
  if (outcome.kind === "no-simulation") return <NoChances reason={outcome.reason} />;
  if (uncertainLines.length === 0)
    return (
      <NoChances
        reason={t`No line of the plan has a range: each is as certain as it was written. Give a line its lowest, likeliest and highest in the plan.`}
      />
    );
  return <Spread simulation={simulation} outcome={outcome} />;
}

function NoChances({ reason }: { reason: string }) {
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="no-chances">
      <Title order={3} fz="md" id="no-chances">{t`How it may turn out is not known`}</Title>
      <Text size="sm">{formatSentence(reason)}</Text>
    </Card>
  );
}

function Spread({ simulation, outcome }: { simulation: CaseSimulation; outcome: Simulated }) {
  const [of, setOf] = useState<"worth" | "return">("worth");
  const { netPresentValue, roi } = outcome;
  const isReturn = of === "return" && roi.kind === "value";
  const found = isReturn ? roi : netPresentValue;
  const format = isReturn
    ? (value: number) => formatPercent(value)
    : (value: number) => formatMoney(value, simulation.currency, { compact: true });
  const title = lossFinding(netPresentValue.chanceOfLoss);
  return (
    <PictureCard
      title={title}
      subtitle={runsWords(simulation)}
      table={tableOf(found, simulation.runs, format)}
    >
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <SegmentedControl
            aria-label={t`Which figure`}
            value={of}
            data={[
              { value: "worth", label: t`Worth today` },
              { value: "return", label: t`Net return`, disabled: roi.kind !== "value" },
            ]}
            onChange={(chosen) => setOf(chosen === "return" ? "return" : "worth")}
          />
          <SaveTableButton
            name={title}
            fileName="chances.csv"
            rows={() => simulationRows(simulation, outcome)}
          />
        </Group>
        <Histogram
          bins={found.histogram}
          label={title}
          format={format}
          marks={[
            { value: found.p10, text: t`1 in 10 below ${format(found.p10)}` },
            { value: found.p50, text: t`half below ${format(found.p50)}` },
            { value: found.p90, text: t`9 in 10 below ${format(found.p90)}` },
          ]}
          {...(isReturn && {
            bands: roi.bands.map(({ phase, floor, ceiling }) => ({
              floor,
              ceiling,
              text: phaseNames[phase],
            })),
          })}
        />
        <Percentiles simulation={simulation} outcome={outcome} />
        {roi.kind === "value" ? (
          <Bands bands={roi.bands} />
        ) : (
          <Text size="sm">{formatSentence(roi.reason)}</Text>
        )}
        <Together simulation={simulation} />
      </Stack>
    </PictureCard>
  );
}

/** "10,000 runs of Base with seed 1: …" */
function runsWords({ runs, seed, scenario }: CaseSimulation): string {
  return t`${formatCount(runs)} runs of ${scenarioName(scenario)} with the seed ${String(seed)}, which gives the same runs again. Each draws every uncertain line once, so that its periods move together; before the risk of lines, which a range allows for already.`;
}

type Found = {
  p10: number;
  p50: number;
  p90: number;
  mean: number;
  histogram: Simulated["netPresentValue"]["histogram"];
};

function tableOf(found: Found, runs: number, format: (value: number) => string) {
  const end = (value: number | null) => (value === null ? t`beyond` : format(value));
  return {
    columns: [t`From`, t`Up to`, t`Runs`, t`Share`],
    rows: found.histogram.map((bin) => [
      end(bin.from),
      end(bin.to),
      formatCount(bin.runs),
      formatPercent(bin.runs / runs, { digits: 1 }),
    ]),
    height: 320,
  };
}

/** What one in ten, half and nine in ten of the runs lie below, and how many lose; each opens what it is drawn from. */
function Percentiles({ simulation, outcome }: { simulation: CaseSimulation; outcome: Simulated }) {
  const { netPresentValue, netBenefit, roi } = outcome;
  const money = (value: number) => formatMoney(value, simulation.currency, { compact: true });
  const rows = [
    { name: t`Worth today`, found: netPresentValue, format: money },
    { name: t`Net benefit`, found: netBenefit, format: money },
    ...(roi.kind === "value"
      ? [{ name: t`Net return`, found: roi, format: (value: number) => formatPercent(value) }]
      : []),
  ];
  const columns = [
    { key: "p10", name: t`1 in 10 below` },
    { key: "p50", name: t`Half below` },
    { key: "p90", name: t`9 in 10 below` },
  ] as const;
  return (
    <ScrollRegion label={t`What the runs come to`}>
      <table className={`${classes["table"]} stacks-on-phone`}>
        <thead>
          <tr>
            <th scope="col">{t`Of all runs`}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col" data-numeric>
                {name}
              </th>
            ))}
            <th scope="col" data-numeric>{t`Below nothing`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, found, format }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map(({ key, name: column }) => (
                <td key={key} data-numeric data-label={column}>
                  <AmountButton
                    figureId={found.figureIds[key]}
                    text={format(found[key])}
                    name={/* no text: a figure and a column */ `${name}, ${column}`}
                  />
                </td>
              ))}
              <td data-numeric data-label={t`Below nothing`}>
                <AmountButton
                  figureId={found.figureIds.chanceOfLoss}
                  text={chanceText(found.chanceOfLoss)}
                  name={t`${name}, below nothing`}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type Roi = Extract<Simulated["roi"], { kind: "value" }>;

function Bands({ bands }: Pick<Roi, "bands">) {
  return (
    <ScrollRegion label={t`Chances against the benchmarks`}>
      <table className={`${classes["table"]} stacks-on-phone`}>
        <thead>
          <tr>
            <th scope="col">{t`Benchmark of the phase`}</th>
            <th scope="col" data-numeric>{t`Under it`}</th>
            <th scope="col" data-numeric>{t`Within it`}</th>
            <th scope="col" data-numeric>{t`Over it`}</th>
          </tr>
        </thead>
        <tbody>
          {bands.map((band) => {
            const { phase, floor, ceiling } = band;
            const name =
              ceiling === null
                ? t`${phaseNames[phase]}, ${formatPercent(floor)} and more`
                : t`${phaseNames[phase]}, ${formatPercent(floor)} to ${formatPercent(ceiling)}`;
            const chance = (key: keyof typeof band.figureIds, where: string) => (
              <AmountButton figureId={band.figureIds[key]} text={chanceText(band[key])} name={where} />
            );
            return (
              <tr key={phase}>
                <th scope="row">{name}</th>
                <td data-numeric data-label={t`Under it`}>
                  {chance("below", t`under ${name}`)}
                </td>
                <td data-numeric data-label={t`Within it`}>
                  {chance("within", t`within ${name}`)}
                </td>
                <td data-numeric data-label={t`Over it`}>
                  {ceiling === null ? "–" : chance("above", t`over ${name}`)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Which lines are uncertain, and which of them go together. */
function Together({ simulation: { uncertainLines, correlations } }: { simulation: CaseSimulation }) {
  const names = uncertainLines.map(({ name }) => name).join(", ");
  return (
    <div>
      <Text size="sm" c="dimmed">{t`Uncertain: ${names}.`}</Text>
      {correlations.length === 0 ? (
        <Text size="sm" c="dimmed">{t`Each moves by itself; none was said to go with another.`}</Text>
      ) : (
        correlations.map(({ lines: [one, other], coefficient, reason }) => (
          <Text key={`${one} ${other}`} size="sm" c="dimmed">
            {t`${one} and ${other} go together by ${coefficient} from −1 to 1: ${reason}`}
          </Text>
        ))
      )}
    </div>
  );
}
