import { Card, Group, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import classes from "../../components/table.module.css";
import { useOrganisationId } from "../../use-organisation.ts";
import { caseVersionQuery } from "../cases/queries.ts";
import { AmountButton } from "./amount-button.tsx";
import type { Comparison } from "./bridge-bars.ts";
import { columnName } from "./case-time.ts";
import { exactMoney } from "../../components/exact-money.ts";
import { periodRows } from "./result-tables.ts";
import type { CasePlace } from "./queries.ts";
import { SaveTableButton } from "./save-table-button.tsx";
import { form, plural, t } from "../../words.ts";

/** Plan, actual and difference of every line, with who answers for it and what is missing; also as a file. */
export function VarianceTable({
  place,
  comparison,
  save,
}: {
  place: CasePlace;
  comparison: Comparison;
  save: ReactNode;
}) {
  const { rows, currency } = comparison;
  const money = exactMoney(
    rows.flatMap(({ plan, actual, variance, forecast }) => [plan, actual, variance, forecast.total]),
    currency,
  );
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="case-variance">
      <Group justify="space-between" align="flex-start" gap="sm" mb="xs">
        <div style={{ flex: "1 1 320px", minWidth: 0 }}>
          <Title order={3} fz="md" id="case-variance">{t`By line, and who answers for it`}</Title>
          <Text
            size="sm"
            c="dimmed"
          >{t`Over the months that both sides know. Costs are booked by kind, so they are held against the plan by kind; they are below zero, and a difference below zero is bad, of a cost too.`}</Text>
        </div>
        {save}
      </Group>
      <ScrollRegion label={t`Plan and actual by line`}>
        <table className={`${classes["table"]} stacks-on-phone`} style={{ minWidth: 960 }}>
          <thead>
            <tr>
              <th scope="col">{t`Benefit or kind of cost`}</th>
              <th scope="col">{t`Who answers for it`}</th>
              <th scope="col" data-numeric>{t`Planned`}</th>
              <th scope="col" data-numeric>{t`Came`}</th>
              <th scope="col" data-numeric>{t`Difference`}</th>
              <th scope="col" data-numeric>{t`At the end, if the rest is as planned`}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(
              ({ position, name, owners, lineIds, plan, actual, variance, missing, forecast, figureIds }) => (
                <tr key={position}>
                  <th scope="row">
                    {name}
                    <PlannedAs name={name} lineIds={lineIds} place={place} />
                    {missing.length > 0 && (
                      <Text size="xs" c="dimmed">
                        {plural(
                          missing.length,
                          form`${missing.length} month is missing`,
                          form`${missing.length} months are missing`,
                        )}
                      </Text>
                    )}
                  </th>
                  <td data-label={t`Who answers for it`}>
                    {owners.length === 0 ? t`nobody yet` : owners.join(", ")}
                  </td>
                  <td data-numeric data-label={t`Planned`}>
                    <AmountButton figureId={figureIds.plan} text={money(plan)} name={t`${name}, planned`} />
                  </td>
                  <td data-numeric data-label={t`Came`}>
                    <AmountButton
                      figureId={figureIds.actual}
                      text={money(actual)}
                      name={t`${name}, as it came`}
                    />
                  </td>
                  <td data-numeric data-label={t`Difference`} style={{ fontWeight: 600 }}>
                    <AmountButton
                      figureId={figureIds.difference}
                      text={money(variance)}
                      name={t`${name}, difference`}
                    />
                  </td>
                  <td data-numeric data-label={t`At the end, if the rest is as planned`}>
                    <AmountButton
                      figureId={figureIds.forecast}
                      text={money(forecast.total)}
                      name={t`${name}, at the end`}
                    />
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}

/** The lines of the plan that a kind of cost is made of, where the plan calls them otherwise. */
function PlannedAs({ name, lineIds, place }: { name: string; lineIds: readonly string[]; place: CasePlace }) {
  const { caseId, number } = place;
  const plan = useQuery(caseVersionQuery(useOrganisationId(), caseId, number)).data?.plan;
  if (plan === undefined) return null;
  const lines = [...plan.benefits, ...plan.costs].filter(({ id }) => lineIds.includes(id));
  if (lines.every((line) => line.name === name)) return null;
  return (
    <Text size="xs" c="dimmed">
      {lines.map((line) => line.name).join(", ")}
    </Text>
  );
}

/** Month by month: what was planned, what came, and of what nothing is known. */
export function PeriodTable({ comparison }: { comparison: Comparison }) {
  const { byPeriod, currency } = comparison;
  const isIncomplete = byPeriod.some(({ missing }) => missing.length > 0);
  const money = exactMoney(
    byPeriod.flatMap(({ plan, actual }) => [plan, actual]),
    currency,
  );
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="case-periods">
      <Group justify="space-between" align="flex-start" gap="sm" mb="xs">
        <Title order={3} fz="md" id="case-periods">{t`Month by month`}</Title>
        <SaveTableButton
          name={t`Month by month`}
          fileName="month-by-month.csv"
          rows={() => periodRows(comparison)}
        />
      </Group>
      <ScrollRegion label={t`Plan and actual by month`}>
        <table className={`${classes["table"]} stacks-on-phone`}>
          <thead>
            <tr>
              <th scope="col">{t`Month`}</th>
              <th scope="col" data-numeric>{t`Planned`}</th>
              <th scope="col" data-numeric>{t`Came, as far as known`}</th>
              {isIncomplete && <th scope="col">{t`Nothing is known of`}</th>}
            </tr>
          </thead>
          <tbody>
            {byPeriod.map(({ period, plan, actual, missing, figureIds }) => {
              const month = columnName(period);
              return (
                <tr key={period}>
                  <th scope="row">{month}</th>
                  <td data-numeric data-label={t`Planned`}>
                    <AmountButton figureId={figureIds.plan} text={money(plan)} name={t`${month}, planned`} />
                  </td>
                  <td data-numeric data-label={t`Came, as far as known`}>
                    {actual === null ? (
                      t`nothing yet`
                    ) : (
                      <AmountButton
                        figureId={figureIds.actual}
                        text={money(actual)}
                        name={t`${month}, as it came`}
                      />
                    )}
                  </td>
                  {isIncomplete && (
                    <td data-label={t`Nothing is known of`}>
                      {missing.length === 0 ? t`nothing is missing` : missing.join(", ")}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}
