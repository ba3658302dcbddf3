import { Card, Group, Text, Title } from "@mantine/core";
import { OpeningButton } from "../../components/opening-button.tsx";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import classes from "../../components/table.module.css";
import { answersOf, metricRows, metricsOf, type EvaluatedScenario, type MetricUnits } from "./metric-rows.ts";
import type { CasePlace } from "./queries.ts";
import { scenarioName } from "./result-words.ts";
import { SaveListButton } from "./save-list-button.tsx";
import type { useResultsSearch } from "./use-results-search.ts";
import { t } from "../../words.ts";

interface ScenarioTableProps {
  place: CasePlace;
  scenarios: readonly EvaluatedScenario[];
  units: MetricUnits;
  shown: ReturnType<typeof useResultsSearch>;
}

/** Every figure of every scenario, side by side; each opens how it came about. */
export function ScenarioTable({ place, scenarios, units, shown }: ScenarioTableProps) {
  const columns = scenarios.map((scenario) => {
    const totals = scenario.totals[shown.basis];
    return { scenario, totals, metrics: metricsOf(totals, shown.risk) };
  });
  const isPartial = columns.some(({ totals }) => totals.kind === "partial");
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="scenario-figures">
      <Group justify="space-between" align="flex-start" gap="sm" mb="xs">
        <div>
          <Title order={3} fz="md" mb={4} id="scenario-figures">
            {isPartial ? t`What the valued lines come to: this is no total` : t`Scenarios side by side`}
          </Title>
          <Text
            size="sm"
            c="dimmed"
          >{t`Press a figure to see how it came about, and what it is called in the trade.`}</Text>
        </div>
        <SaveListButton
          list="listCaseResults"
          place={place}
          query={{ unsignedEstimates: shown.estimates }}
          name={t`Figures by scenario`}
          fileName="results.csv"
        />
      </Group>
      <ScrollRegion label={t`Figures by scenario`}>
        <table
          className={`${classes["table"]} stacks-on-phone`}
          style={{ minWidth: 170 + columns.length * 112, tableLayout: "fixed" }}
        >
          <colgroup>
            <col style={{ width: firstColumn(columns.length) }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t`Figure`}</span>
              </th>
              {columns.map(({ scenario }) => (
                <th key={scenario.name} scope="col" data-numeric>
                  {scenarioName(scenario.name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {metricRows.map((row) => {
              const { key, name } = row;
              const answers = answersOf(
                row,
                columns.map(({ metrics }) => metrics),
                units,
              );
              return (
                <tr key={key}>
                  <th scope="row" style={{ fontWeight: 500 }}>
                    {name}
                  </th>
                  {columns.map(({ scenario }, place) => {
                    const text = answers[place]?.text ?? "";
                    const of = scenarioName(scenario.name);
                    return (
                      <td key={scenario.name} data-numeric data-label={of}>
                        <OpeningButton
                          data-figure={`${scenario.name}:${key}`}
                          aria-label={t`${text}, ${name} of ${of}. Explain`}
                          onClick={() => shown.show({ why: `${scenario.name}:${key}` })}
                        >
                          {text}
                        </OpeningButton>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}

/** The names get what is left of columns of one width: the more scenarios, the less. */
function firstColumn(scenarios: number): string {
  return scenarios > 3 ? "24%" : "34%";
}
