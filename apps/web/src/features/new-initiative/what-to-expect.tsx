import { formatPercent } from "../../components/format-number.ts";
import { List } from "@mantine/core";
import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import type { NewInitiative } from "@liftledger/contracts/initiative";
import type { Kpi } from "@liftledger/contracts/kpi";
import { useQuery } from "@tanstack/react-query";
import { useOrganisationId } from "../../use-organisation.ts";
import { kpiFormula, maturationWords } from "../kpis/kpi-words.ts";
import { benchmarksQuery } from "./queries.ts";
import { t } from "../../words.ts";

/** What the choice means: how the KPI is counted, what the phase asks for, how long until a verdict. */
export function WhatToExpect({ kpi, phase }: { kpi: Kpi | undefined; phase: NewInitiative["phase"] }) {
  const benchmarks = useQuery(benchmarksQuery(useOrganisationId()));
  const benchmark = benchmarks.data?.rows.find((one) => one.phase === phase);
  return (
    <List size="sm" c="dimmed" spacing={4}>
      {kpi !== undefined && (
        <List.Item>
          {kpi.frequency === "week"
            ? t`Counted as ${kpiFormula(kpi)}; a week’s numbers are ripe ${maturationWords(kpi)}.`
            : t`Counted as ${kpiFormula(kpi)}; a month’s numbers are ripe ${maturationWords(kpi)}.`}
        </List.Item>
      )}
      {kpi !== undefined && kpi.role !== "outcome" && (
        <List.Item>{t`${kpi.unitValueRule} To show a return, claim a benefit on an outcome KPI as well.`}</List.Item>
      )}
      {benchmark !== undefined && <List.Item>{benchmarkWords(benchmark)}</List.Item>}
      <List.Item>
        {kpi?.frequency === "month"
          ? t`ROI is judged after 3 ripe months; until then it says “too early”. Numbers from before the start make its baseline.`
          : t`ROI is judged after 8 ripe weeks; until then it says “too early”. Numbers from before the start make its baseline.`}
      </List.Item>
    </List>
  );
}

type PhaseBenchmark = EndpointOutput<"listBenchmarks">["rows"][number];

/** The organisation's own where it has chosen some, and whose they are. */
function benchmarkWords({ inForce, publisher, expectation }: PhaseBenchmark): string {
  const { floor, ceiling, set, notComparable } = inForce;
  if (set !== null && notComparable !== null)
    return t`Your own benchmark of this phase, ${set.name}, cannot be held against a return: ${notComparable}`;
  if (floor === null)
    return expectation
      ? t`No return is expected in this phase: ${expectation} (${publisher}).`
      : t`No return is expected in this phase (${publisher}).`;
  const band =
    ceiling === null
      ? t`${formatPercent(floor)} or more`
      : t`${formatPercent(floor)} to ${formatPercent(ceiling)}`;
  return set === null
    ? t`The benchmark of this phase is an ROI of ${band} (${publisher}).`
    : t`Your own benchmark of this phase is an ROI of ${band} (${set.name}, version ${set.version}).`;
}
