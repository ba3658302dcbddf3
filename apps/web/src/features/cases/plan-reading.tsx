import { Card, Group, Stack, Table, Text, Title } from "@mantine/core";
import { FactsTable, type Fact } from "../../components/facts-table.tsx";
import type { CasePlan } from "@liftledger/contracts/case-plan";
import type { ReactNode } from "react";
import { formatDate, formatPeriod } from "../../components/format-date.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { form, plural, t } from "../../words.ts";
import { SaveTableButton } from "../case-results/save-table-button.tsx";
import { LineReading } from "./line-reading.tsx";
import { planRows } from "./plan-rows.ts";
import {
  changeWords,
  columnNames,
  fieldNames,
  percentWords,
  priceNames,
  scenarioKindNames,
  timingNames,
  budgetRateWords,
  type PlanLine,
  type PlanScenario,
} from "./plan-words.ts";

interface PlanReadingProps {
  plan: CasePlan;
  /** What stands under a line: what was said of it. */
  underLine?: (line: PlanLine) => ReactNode;
}

/** A whole plan to be read: its frame, every line with every assumption behind it, and its scenarios. */
export function PlanReading({ plan, underLine }: PlanReadingProps) {
  const columns = columnNames(plan);
  const lines = [...plan.benefits, ...plan.costs];
  return (
    <Stack gap="md">
      <Card withBorder padding="md">
        <Group justify="space-between" mb="sm">
          <Title order={2} fz="lg">{t`Basics`}</Title>
          <SaveTableButton name={t`The plan`} fileName="plan.csv" rows={() => planRows(plan)} />
        </Group>
        <FrameReading plan={plan} />
      </Card>
      <Card withBorder padding="md">
        <Title order={2} fz="lg" mb="sm">{t`Benefits`}</Title>
        {plan.benefits.length === 0 && <Text c="dimmed">{t`None yet.`}</Text>}
        {plan.benefits.map((line) => (
          <LineReading key={line.id} plan={plan} columns={columns} line={line}>
            {underLine?.(line)}
          </LineReading>
        ))}
      </Card>
      <Card withBorder padding="md">
        <Title order={2} fz="lg" mb="sm">{t`Costs`}</Title>
        {plan.costs.length === 0 && <Text c="dimmed">{t`None yet.`}</Text>}
        {plan.costs.map((line) => (
          <LineReading key={line.id} plan={plan} columns={columns} line={line}>
            {underLine?.(line)}
          </LineReading>
        ))}
      </Card>
      <Card withBorder padding="md">
        <Title order={2} fz="lg" mb="sm">{t`Scenarios`}</Title>
        {plan.scenarios.map((scenario) => (
          <ScenarioReading key={scenario.name} scenario={scenario} lines={lines} plan={plan} />
        ))}
      </Card>
      {plan.correlations.length > 0 && (
        <Card withBorder padding="md">
          <Title order={2} fz="lg" mb="sm">{t`Lines that move together`}</Title>
          {plan.correlations.map(({ lines: [one, other], coefficient, reason }) => (
            <Text key={`${one} ${other}`} size="sm">
              {t`${nameOf(lines, one)} and ${nameOf(lines, other)}, by ${coefficient} from −1 to 1: ${reason}`}
            </Text>
          ))}
        </Card>
      )}
    </Stack>
  );
}

function nameOf(lines: readonly PlanLine[], lineId: string): string {
  return lines.find(({ id }) => id === lineId)?.name ?? lineId;
}

function FrameReading({ plan }: { plan: CasePlan }) {
  const { horizon, period, discountRate, mirrRates, budgetRates, currency } = plan;
  const length =
    period === "month"
      ? plural(horizon, form`${horizon} month`, form`${horizon} months`)
      : plural(horizon, form`${horizon} year`, form`${horizon} years`);
  const facts: Fact[] = [
    [t`From`, formatPeriod(plan.start)],
    [t`For`, length],
    [t`Currency`, currency],
    [t`Money comes`, timingNames[plan.timing]],
    [t`Prices`, priceNames[plan.prices]],
    [t`Discount rate`, rateWords(discountRate)],
    ...(Number(discountRate.riskPremium) === 0
      ? []
      : [[t`Of it for risk`, percentWords(discountRate.riskPremium)] satisfies Fact]),
    ...(mirrRates === undefined
      ? []
      : [[t`Borrowing and gains put aside`, mirrWords(mirrRates)] satisfies Fact]),
    ...budgetRates.map((rate): Fact => [
      t`Budget rate of ${rate.from}`,
      t`${budgetRateWords(rate, currency)}, locked on ${formatDate(rate.lockedOn)}`,
    ]),
  ];
  return <FactsTable facts={facts} />;
}

/** "6 % and 4 % a year: Treasury" */
function mirrWords({ finance, reinvest, source }: NonNullable<CasePlan["mirrRates"]>): string {
  return t`${percentWords(finance)} and ${percentWords(reinvest)} a year: ${source}`;
}

/** "10 % a year: Organisation's rate, version 1. Set by Ada on 3 Nov 2026." */
function rateWords({ annual, source, setBy, setOn }: CasePlan["discountRate"]): string {
  const rate = percentWords(annual);
  if (setBy === null || setOn === null) return t`${rate} a year: ${source}`;
  return t`${rate} a year: ${source}. Set by ${setBy} on ${formatDate(setOn)}`;
}

function ScenarioReading({
  scenario,
  lines,
  plan,
}: {
  scenario: PlanScenario;
  lines: readonly PlanLine[];
  plan: CasePlan;
}) {
  return (
    <Stack gap={4} mb="md">
      <Title order={3} fz="md">
        {scenario.kind === "own" || scenarioKindNames[scenario.kind] === scenario.name
          ? scenario.name
          : `${scenarioKindNames[scenario.kind]}: ${scenario.name}`}
      </Title>
      {scenario.changes.length === 0 ? (
        <Text size="sm" c="dimmed">{t`Nothing differs from the base yet.`}</Text>
      ) : (
        <ScrollRegion label={t`What differs in ${scenario.name}`}>
          <Table fz="sm" layout="fixed" className="stacks-on-phone">
            <Table.Tbody>
              {scenario.changes.map((change) => (
                <Table.Tr key={`${change.lineId ?? ""} ${change.field}`}>
                  <Table.Th scope="row" fw={500}>
                    {change.lineId === null ? t`Every line` : nameOf(lines, change.lineId)}
                  </Table.Th>
                  <Table.Td>{change.field === "delay" ? t`Begins` : fieldNames[change.field]}</Table.Td>
                  <Table.Td>{changeWords(change, plan)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
      )}
    </Stack>
  );
}
