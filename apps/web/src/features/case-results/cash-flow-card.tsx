import { Button, Card, Group, NativeSelect, Skeleton, Text, Title } from "@mantine/core";
import type { CaseEvaluation, CaseFlow } from "@liftledger/contracts/case-evaluation";
import { useQuery } from "@tanstack/react-query";
import { csvText } from "../../components/csv-text.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { saveFile } from "../../components/save-file.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import classes from "../../components/table.module.css";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { AmountButton } from "./amount-button.tsx";
import { pivotFlows, type FlowRow } from "./cash-flow-pivot.ts";
import { columnName, periodOfCase } from "./case-time.ts";
import { exactMoney } from "../../components/exact-money.ts";
import { caseFlowsQuery, type CasePlace, type UnsignedEstimates } from "./queries.ts";
import { scenarioName } from "./result-words.ts";
import type { useResultsSearch } from "./use-results-search.ts";
import { t } from "../../words.ts";

interface CashFlowCardProps {
  place: CasePlace;
  evaluation: CaseEvaluation;
  shown: ReturnType<typeof useResultsSearch>;
}

/** What comes and goes, line by line and period by period, to the minor unit; also as a file. */
export function CashFlowCard({
  place,
  evaluation: { scenarios, columns, currency },
  shown,
}: CashFlowCardProps) {
  const byMonth = periodOfCase(columns) === "month";
  const step = byMonth ? (shown.step ?? "quarter") : "year";
  const scenario = scenarios.find(({ name }) => name === shown.scenario)?.name ?? scenarios[0]?.name ?? "";
  const amounts = shown.risk === "before" ? ("credited" as const) : ("adjusted" as const);
  const query = useQuery(
    caseFlowsQuery(useOrganisationId(), place, {
      scenario,
      step,
      amounts,
      unsignedEstimates: shown.estimates,
      asOf: useClocks().asOf,
    }),
  );
  const flows = query.data?.rows ?? [];
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="case-cash-flows">
      <Group justify="space-between" align="flex-end" gap="sm" mb="sm">
        <div>
          <Title order={3} fz="md" id="case-cash-flows">{t`What comes and goes`}</Title>
          <Text size="sm" c="dimmed">
            {flowsSubline(amounts, shown.estimates)}
          </Text>
        </div>
        <Group gap="sm" align="flex-end" className="not-printed">
          <NativeSelect
            label={t`Scenario`}
            value={scenario}
            data={scenarios.map(({ name }) => ({ value: name, label: scenarioName(name) }))}
            onChange={({ currentTarget }) => shown.show({ scenario: currentTarget.value })}
          />
          {byMonth && (
            <NativeSelect
              label={t`By`}
              value={step}
              data={[
                { value: "month", label: t`month` },
                { value: "quarter", label: t`quarter` },
                { value: "year", label: t`year` },
              ]}
              onChange={({ currentTarget }) => shown.show({ step: stepOf(currentTarget.value) })}
            />
          )}
          <Button
            variant="default"
            disabled={flows.length === 0}
            aria-label={t`Save as CSV: ${t`Cash flows by period`}`}
            onClick={() => saveFlows(`cash-flows-${scenario}-${step}.csv`, flows)}
          >{t`Save as CSV`}</Button>
        </Group>
      </Group>
      {query.isError && (
        <FailedQuery
          what={t`The cash flows could not be loaded.`}
          error={query.error}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
          showsOlderData={query.data !== undefined}
        />
      )}
      {query.isPending && <Skeleton height={320} />}
      {query.data !== undefined && <FlowTable flows={flows} currency={currency} />}
    </Card>
  );
}

/** What counts in the table. */
function flowsSubline(amounts: "credited" | "adjusted", estimates: UnsignedEstimates): string {
  if (estimates === "credited")
    return amounts === "credited"
      ? t`Every line, the risk of lines not taken off, as if every estimate were accepted. Press a number to see what it is made of.`
      : t`Every line, the risk of lines taken off, as if every estimate were accepted. Press a number to see what it is made of.`;
  return amounts === "credited"
    ? t`Every line, the risk of lines not taken off. Benefits that nobody has accepted stand at nothing. Press a number to see what it is made of.`
    : t`Every line, the risk of lines taken off. Benefits that nobody has accepted stand at nothing. Press a number to see what it is made of.`;
}

const stepOf = (chosen: string) =>
  chosen === "month" || chosen === "quarter" || chosen === "year" ? chosen : undefined;

/** The rows of the engine that are sums, by the words of the page. */
const sumNames: Partial<Record<CaseFlow["kind"], string>> = {
  benefits: t`All benefits`,
  costs: t`All costs`,
  net: t`Benefits less costs`,
  cumulative: t`The same so far`,
};

function FlowTable({ flows, currency }: { flows: readonly CaseFlow[]; currency: string }) {
  const { columns, rows } = pivotFlows(flows);
  const money = exactMoney(
    rows.flatMap(({ amounts }) => amounts),
    currency,
  );
  return (
    <ScrollRegion label={t`Cash flows by period`}>
      <table className={classes["table"]} style={{ minWidth: 180 + columns.length * 104 }}>
        <thead>
          <tr>
            <th scope="col">{t`Line`}</th>
            {columns.map((column) => (
              <th key={column} scope="col" data-numeric>
                {columnName(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FlowCells key={row.key} row={row} columns={columns} money={money} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface FlowCellsProps {
  row: FlowRow;
  columns: string[];
  money: (amount: string) => string;
}

function FlowCells({ row, columns, money }: FlowCellsProps) {
  const isSum = sumNames[row.kind] !== undefined;
  const name = sumNames[row.kind] ?? row.name;
  return (
    <tr style={isSum ? { fontWeight: 600 } : {}}>
      <th scope="row" style={isSum ? { fontWeight: 600 } : {}}>
        {name}
      </th>
      {row.amounts.map((amount, place) => (
        <td key={columns[place]} data-numeric style={{ whiteSpace: "nowrap" }}>
          <AmountButton
            figureId={row.figureIds[place] ?? ""}
            text={amount === null ? t`not valued` : money(amount)}
            name={/* no text: a line and a period */ `${name}, ${columnName(columns[place] ?? "")}`}
          />
        </td>
      ))}
    </tr>
  );
}

/** The table as a file, with every digit. */
function saveFlows(name: string, flows: readonly CaseFlow[]): void {
  const { columns, rows } = pivotFlows(flows);
  const currency = flows[0]?.currency ?? "";
  const text = csvText([
    ["line", "kind", "currency", ...columns],
    ...rows.map((row) => [row.name, row.kind, currency, ...row.amounts.map((amount) => amount ?? "")]),
  ]);
  saveFile(name, text, "text/csv;charset=utf-8");
}
