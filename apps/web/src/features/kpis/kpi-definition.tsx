import { Badge, Button, Card, Drawer, Group, List, Stack, Table, Text, Title } from "@mantine/core";
import type { Kpi } from "@liftledger/contracts/kpi";
import { useState } from "react";
import { formatInstant } from "../../components/format-date.ts";
import { usePerson } from "../../use-session.ts";
import { RetirementControls } from "../retirement/retirement-controls.tsx";
import { kpiChanges, kpiFacts } from "./kpi-facts.ts";
import { KpiForm } from "./kpi-form.tsx";
import { t } from "../../words.ts";

/** A KPI's definition in full, its versions with what changed, and the way to a new one, or to retire it. */
export function KpiDefinition({ versions }: { versions: readonly [Kpi, ...Kpi[]] }) {
  const [kpi] = versions;
  const [changing, setChanging] = useState(false);
  const role = usePerson()?.role;
  const mayChange = role === "finance" || role === "admin";
  return (
    <Card withBorder padding="md">
      <Stack gap="md">
        <Title order={2} fz="lg">{t`Definition`}</Title>
        <Facts kpi={kpi} />
        <div>
          <Group gap="sm">
            {mayChange && kpi.retired === null && (
              <Button variant="default" onClick={() => setChanging(true)}>{t`Change the definition`}</Button>
            )}
            <KpiRetirement kpi={kpi} />
          </Group>
          {kpi.retired === null && (
            <Text size="sm" c="dimmed" mt={6}>
              {t`A change makes version ${kpi.version + 1}; numbers logged until now keep the meaning they had.`}{" "}
              {role !== undefined && !mayChange && t`Finance and admins change definitions.`}
            </Text>
          )}
        </div>
        <Versions versions={versions} />
      </Stack>
      <Drawer
        opened={changing}
        onClose={() => setChanging(false)}
        position="right"
        size="lg"
        title={t`Change ${kpi.name}`}
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <KpiForm kpi={kpi} onSaved={() => setChanging(false)} onCancel={() => setChanging(false)} />
      </Drawer>
    </Card>
  );
}

function KpiRetirement({ kpi: { key: kpiKey, name, version, retired } }: { kpi: Kpi }) {
  const params = { kpiKey };
  return (
    <RetirementControls
      thing={`kpi:${kpiKey}`}
      needs="finance"
      name={name}
      retired={retired}
      explained={t`It can be measured and promised no more. Its versions stay readable, as does all that was measured, and it can be restored.`}
      retire={(client, reason, idempotencyKey) =>
        client.call("retireKpi", { params, body: { version, reason }, idempotencyKey })
      }
      restore={(client, idempotencyKey) =>
        client.call("restoreKpi", { params, body: { version }, idempotencyKey })
      }
    />
  );
}

function Facts({ kpi }: { kpi: Kpi }) {
  return (
    <Table verticalSpacing={6}>
      <Table.Tbody>
        {kpiFacts(kpi).map(([what, value]) => (
          <Table.Tr key={what}>
            <Table.Th scope="row" fw={400} c="dimmed" w="40%">
              {what}
            </Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Latest first, each with what it says otherwise than the one before it. */
function Versions({ versions }: { versions: readonly Kpi[] }) {
  return (
    <div>
      <Title order={3} fz="md" mb={6}>{t`Versions`}</Title>
      <List size="sm" spacing={6} listStyleType="none" withPadding={false}>
        {versions.map((kpi, place) => (
          <List.Item key={kpi.version}>
            <Text size="sm" fw={600} component="span">{t`Version ${kpi.version}`}</Text>
            {place === 0 && <Badge ml={8} variant="default" size="sm" tt="none">{t`holds`}</Badge>}
            <Text size="sm" c="dimmed">
              {kpi.madeBy === null
                ? t`Came with Liftledger, here since ${formatInstant(kpi.madeAt)}`
                : t`Made by ${kpi.madeBy}, ${formatInstant(kpi.madeAt)}`}
            </Text>
            <Changes before={versions[place + 1]} after={kpi} />
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function Changes({ before, after }: { before: Kpi | undefined; after: Kpi }) {
  if (before === undefined) {
    return <Text size="sm" c="dimmed">{t`The first: ${after.sentence}`}</Text>;
  }
  const changes = kpiChanges(before, after);
  if (changes.length === 0) {
    return <Text size="sm" c="dimmed">{t`Says the same as version ${before.version}.`}</Text>;
  }
  return changes.map((change) => (
    <Text key={change.what} size="sm">
      {change.what}: <del>{change.before}</del> → <ins>{change.after}</ins>
    </Text>
  ));
}
