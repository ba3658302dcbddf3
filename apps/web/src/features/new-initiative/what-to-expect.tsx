import { List } from "@mantine/core";
import type { NewInitiative } from "@liftledger/contracts/initiative";
import type { Kpi } from "@liftledger/contracts/kpi";
import { useQuery } from "@tanstack/react-query";
import { readerLocale } from "../../components/reader-locale.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { kpiFormula, maturationWords } from "../kpis/kpi-words.ts";
import { benchmarksQuery } from "./queries.ts";

/** What the choice means: how the KPI is counted, what the phase asks for, how long until a verdict. */
export function WhatToExpect({ kpi, phase }: { kpi: Kpi | undefined; phase: NewInitiative["phase"] }) {
  const benchmarks = useQuery(benchmarksQuery(useOrganisationId()));
  const benchmark = benchmarks.data?.rows.find((one) => one.phase === phase);
  return (
    <List size="sm" c="dimmed" spacing={4}>
      {kpi !== undefined && (
        <List.Item>
          Counted as {kpiFormula(kpi)}; a {kpi.frequency}’s numbers are ripe {maturationWords(kpi)}.
        </List.Item>
      )}
      {kpi !== undefined && kpi.role !== "outcome" && (
        <List.Item>
          {kpi.unitValueRule} To show a return, claim a benefit on an outcome KPI as well.
        </List.Item>
      )}
      {benchmark !== undefined && <List.Item>{benchmarkWords(benchmark)}</List.Item>}
      <List.Item>
        ROI is judged after {kpi?.frequency === "month" ? "3 ripe months" : "8 ripe weeks"}; until then it
        says “too early”. Numbers from before the start make its baseline.
      </List.Item>
    </List>
  );
}

interface PhaseBenchmark {
  floor: number | null;
  ceiling: number | null;
  publisher: string;
  expectation: string | null;
}

function benchmarkWords({ floor, ceiling, publisher, expectation }: PhaseBenchmark): string {
  const percent = new Intl.NumberFormat(readerLocale, { style: "percent" });
  if (floor === null)
    return `No return is expected in this phase${expectation ? `: ${expectation}` : ""} (${publisher}).`;
  const band =
    ceiling === null
      ? `${percent.format(floor)} or more`
      : `${percent.format(floor)} to ${percent.format(ceiling)}`;
  return `The benchmark of this phase is an ROI of ${band} (${publisher}).`;
}
