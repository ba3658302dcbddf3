import { Button, Drawer, List, Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import type { Kpi } from "@liftledger/contracts/kpi";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FailedQuery } from "../../components/failed-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { KpiForm } from "./kpi-form.tsx";
import { kpiVersionsQuery } from "./kpi-versions-query.ts";
import { directionWords, kpiFormula, maturationWords, roleWords } from "./kpi-words.ts";

/** One KPI: its definition in full, its versions, and the way to a new one. */
export function KpiDrawer({ kpi, onClose }: { kpi: Kpi; onClose: () => void }) {
  const [changing, setChanging] = useState(false);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={changing ? `Change ${kpi.name}` : kpi.name}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {changing ? (
        <KpiForm
          key={kpi.version}
          kpi={kpi}
          onSaved={() => setChanging(false)}
          onCancel={() => setChanging(false)}
        />
      ) : (
        <Stack gap="md">
          <Text>{kpi.sentence}</Text>
          <Definition kpi={kpi} />
          <div>
            <Button variant="default" onClick={() => setChanging(true)}>
              Change the definition
            </Button>
            <Text size="sm" c="dimmed" mt={6}>
              A change makes version {kpi.version + 1}; numbers logged until now keep the meaning they had.
            </Text>
          </div>
          <Versions kpiKey={kpi.key} />
        </Stack>
      )}
    </Drawer>
  );
}

function Definition({ kpi }: { kpi: Kpi }) {
  const facts: [string, string][] = [
    ["Counted as", kpiFormula(kpi)],
    ["Better when", kpi.direction],
    ["Role", `${roleWords[kpi.role].name}: ${roleWords[kpi.role].sentence}`],
    ["What one unit may be worth", kpi.unitValueRule],
    [
      "An event counts in the period",
      kpi.dating === "event" ? "in which it happened" : "of what it belongs to",
    ],
    [`A ${kpi.frequency} is ripe`, maturationWords(kpi)],
    ["Least volume before a verdict", kpi.minimumVolume === 0 ? "none" : String(kpi.minimumVolume)],
    ["Owner", kpi.owner ?? "nobody yet"],
    ["Key", kpi.key],
    ["Comes from", kpi.source === "own" ? "your company" : "the built-in catalogue"],
  ];
  return (
    <Table verticalSpacing={6}>
      <Table.Tbody>
        {facts.map(([what, value]) => (
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

function Versions({ kpiKey }: { kpiKey: string }) {
  const versions = useQuery(kpiVersionsQuery(useOrganisationId(), kpiKey));
  return (
    <div>
      <Title order={2} fz="md" mb={6}>
        Versions
      </Title>
      {versions.isPending && <Skeleton height={24} />}
      {versions.isError && (
        <FailedQuery
          what="The versions could not be loaded."
          error={versions.error}
          onRetry={() => void versions.refetch()}
        />
      )}
      <List size="sm" spacing={4}>
        {versions.data?.rows.map((version) => (
          <List.Item key={version.version}>
            Version {version.version}: {version.sentence} {directionWords(version.direction)}.
          </List.Item>
        ))}
      </List>
    </div>
  );
}
