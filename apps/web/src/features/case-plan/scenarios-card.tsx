import { ActionIcon, Button, Card, Group, Paper, Stack, Table, Text, Title } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { scenarioKindNames, type PlanScenario } from "../cases/plan-words.ts";
import { moneyWords, paybackWords, roiWords, type LiveCase, type LiveScenario } from "./live-case.ts";
import { ChoiceField, WordsField } from "./plan-fields.tsx";
import { usePlanForm } from "./plan-form.ts";
import { ScenarioChanges } from "./scenario-changes.tsx";
import { t } from "../../words.ts";

/** What else may come: scenarios over the base, and what all of them come to side by side. */
export function ScenariosCard({ live }: { live: LiveCase | undefined }) {
  const { typed, change, problemAt } = usePlanForm();
  const missing = problemAt("/scenarios");
  const add = (kind: PlanScenario["kind"]) => {
    const number = typed.scenarios.filter((one) => one.kind === kind).length + 1;
    const name = number === 1 ? scenarioKindNames[kind] : `${scenarioKindNames[kind]} ${number}`;
    change((before) => ({ ...before, scenarios: [...before.scenarios, { name, kind, changes: [] }] }));
  };
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="plan-scenarios">
      <Title order={2} fz="lg" id="plan-scenarios">{t`Scenarios`}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t`Each says what differs from the base, which is the plan above. A case has a conservative and an optimistic one.`}
      </Text>
      {live !== undefined && live.scenarios.length > 0 && <SideBySide live={live} />}
      <Stack gap="sm" mt="md">
        {typed.scenarios.map((scenario, index) => (
          <ScenarioFields key={index} scenario={scenario} index={index} />
        ))}
        {missing !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)">
            {missing}
          </Text>
        )}
        <Group gap="xs" data-path="/scenarios" tabIndex={-1}>
          {(["conservative", "optimistic", "own"] as const)
            .filter((kind) => kind === "own" || !typed.scenarios.some((one) => one.kind === kind))
            .map((kind) => (
              <Button key={kind} variant="default" onClick={() => add(kind)}>
                {
                  {
                    conservative: t`Add a conservative scenario`,
                    optimistic: t`Add an optimistic scenario`,
                    own: t`Add another scenario`,
                  }[kind]
                }
              </Button>
            ))}
        </Group>
      </Stack>
    </Card>
  );
}

function SideBySide({ live }: { live: LiveCase }) {
  const all = [live.base, ...live.scenarios];
  const rows: { name: string; of: (scenario: LiveScenario) => string }[] = [
    {
      name: t`Worth today`,
      of: ({ figures }) => moneyWords(figures.netPresentValue, live.currency),
    },
    { name: t`Net return`, of: ({ figures }) => roiWords(figures) },
    { name: t`Paid back`, of: ({ figures }) => paybackWords(figures.payback, live.period) },
    { name: t`Benefits`, of: ({ figures }) => moneyWords(figures.totalBenefits, live.currency) },
    { name: t`Costs`, of: ({ figures }) => moneyWords(figures.totalCosts, live.currency) },
  ];
  return (
    <ScrollRegion label={t`Scenarios side by side`}>
      <Table fz="sm" className="tabular stacks-on-phone">
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {all.map(({ name }, index) => (
              <Table.Th key={index} scope="col" ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, of }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={500}>
                {name}
              </Table.Th>
              {all.map((scenario, index) => (
                <Table.Td
                  key={index}
                  ta={{ sm: "right" }}
                  data-label={scenario.name}
                  style={{ whiteSpace: "nowrap" }}
                >
                  {of(scenario)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function ScenarioFields({ scenario, index }: { scenario: PlanScenario; index: number }) {
  const { change } = usePlanForm();
  const set = (next: Partial<PlanScenario>) =>
    change((before) => ({
      ...before,
      scenarios: before.scenarios.map((one, place) => (place === index ? { ...one, ...next } : one)),
    }));
  return (
    <Paper withBorder p="sm">
      <Group gap="sm" align="flex-end" mb="xs">
        <WordsField
          path={`/scenarios/${index}/name`}
          label={t`Name`}
          w={220}
          value={scenario.name}
          onChange={(name) => set({ name })}
        />
        <ChoiceField
          path={`/scenarios/${index}/kind`}
          label={t`It is`}
          w={170}
          value={scenario.kind}
          data={(Object.keys(scenarioKindNames) as PlanScenario["kind"][]).map((value) => ({
            value,
            label: scenarioKindNames[value],
          }))}
          onChange={(kind) => set({ kind })}
        />
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t`Take the scenario ${scenario.name} away`}
          onClick={() =>
            change((before) => ({
              ...before,
              scenarios: before.scenarios.filter((_, place) => place !== index),
            }))
          }
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
      <ScenarioChanges
        at={`/scenarios/${index}/changes`}
        scenario={scenario}
        onChange={(changes) => set({ changes: [...changes] })}
      />
    </Paper>
  );
}
