import { Group, Skeleton, Stack, Text } from "@mantine/core";
import { caseFigureId, type CaseFigureKey } from "@liftledger/contracts/case-figure-id";
import { useQuery } from "@tanstack/react-query";
import { FailedQuery } from "../../components/failed-query.tsx";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import classes from "../../components/table.module.css";
import { useOrganisationId } from "../../use-organisation.ts";
import { AmountButton } from "./amount-button.tsx";
import { periodOfCase } from "./case-time.ts";
import { answersOf, metricRows, metricsOf } from "./metric-rows.ts";
import { MissingNote } from "./missing-note.tsx";
import { caseEvaluationQuery, type CasePlace } from "./queries.ts";
import { SaveListButton } from "./save-list-button.tsx";
import { scenarioName } from "./result-words.ts";
import { t } from "../../words.ts";

/** Which figures, and by which id each opens. */
const shownKeys: Partial<Record<string, CaseFigureKey>> = {
  netRoi: "net-roi",
  netPresentValue: "net-present-value",
  paybackDurable: "durable-payback",
};

/** What it comes to in three figures a scenario, in money, after the risk of its lines; the results tell the rest. */
export function KeyFigures({ place }: { place: CasePlace }) {
  const query = useQuery(caseEvaluationQuery(useOrganisationId(), place, "nothing"));
  if (query.isPending) return <Skeleton height={190} mt="md" />;
  if (query.data === undefined)
    return (
      <FailedQuery
        what={t`The results could not be loaded.`}
        error={query.error}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  const { scenarios, currency, columns } = query.data;
  const units = { currency, period: periodOfCase(columns) };
  const isPartial = scenarios.some(({ totals }) => totals.cash.kind === "partial");
  return (
    <Stack gap="sm" mt="md">
      <Group justify="space-between" gap="sm">
        <Text size="sm" fw={600}>
          {isPartial
            ? t`What the valued lines come to: this is no total`
            : t`What it comes to, money only, the risk of its lines taken off`}
        </Text>
        <SaveListButton
          list="listCaseResults"
          place={place}
          query={{ unsignedEstimates: "nothing" }}
          name={t`What it comes to`}
          fileName="results.csv"
        />
      </Group>
      <ScrollRegion label={t`What it comes to`}>
        <table
          className={`${classes["table"]} stacks-on-phone`}
          style={{ minWidth: 150 + scenarios.length * 104 }}
        >
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t`Figure`}</span>
              </th>
              {scenarios.map(({ name }) => (
                <th key={name} scope="col" data-numeric>
                  {scenarioName(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {metricRows.map((row) => {
              const { key, name } = row;
              const figure = shownKeys[key];
              if (figure === undefined) return null;
              const answers = answersOf(
                row,
                scenarios.map(({ totals }) => metricsOf(totals.cash, "after")),
                units,
              );
              return (
                <tr key={key}>
                  <th scope="row" style={{ fontWeight: 500 }}>
                    {name}
                  </th>
                  {scenarios.map((scenario, index) => (
                    <td key={scenario.name} data-numeric data-label={scenarioName(scenario.name)}>
                      <AmountButton
                        figureId={caseFigureId({
                          ...place,
                          scenario: index,
                          basis: "cash",
                          risk: "adjusted",
                          key: figure,
                        })}
                        text={answers[index]?.text ?? ""}
                        name={t`${name} of ${scenarioName(scenario.name)}`}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <MissingNote lines={scenarios[0]?.lines ?? []} />
    </Stack>
  );
}
