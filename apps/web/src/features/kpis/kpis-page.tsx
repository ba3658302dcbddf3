import {
  Badge,
  Button,
  Card,
  Drawer,
  Group,
  SegmentedControl,
  Skeleton,
  Stack,
  Table,
  Text,
  TextInput,
} from "@mantine/core";
import type { Kpi } from "@liftledger/contracts/kpi";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { kpisQuery } from "../../api.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { kpiRoles, type KpisSearch } from "../../search-params.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { KpiDrawer } from "./kpi-drawer.tsx";
import { KpiForm } from "./kpi-form.tsx";
import { kpiFormula, maturationWords, roleWords } from "./kpi-words.ts";

/** Every KPI of the company: what it counts, who answers for it, which version holds. */
export function KpisPage() {
  const organisationId = useOrganisationId();
  const search = useSearch({ from: "/$organisationId/kpis" });
  const navigate = useNavigate({ from: "/$organisationId/kpis" });
  const kpis = useQuery(kpisQuery(organisationId));
  const [adding, setAdding] = useState(false);
  const change = (next: KpisSearch) =>
    void navigate({
      search: ({ q: _q, role: _role, kpi: _kpi, ...kept }) => ({ ...kept, ...next }),
      replace: true,
    });
  const all = kpis.data?.rows ?? [];
  const shown = all.filter((kpi) => matches(kpi, search));
  const open = all.find((kpi) => kpi.key === search.kpi);
  return (
    <>
      <PageHeader
        title="KPI catalogue"
        subline="One definition for the whole company: what is counted, what it is divided by, which way is better. A change makes a new version and never changes what older numbers mean."
        aside={
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            Add a KPI
          </Button>
        }
      />
      <Stack gap="md">
        {kpis.isError && (
          <FailedQuery
            what="The catalogue could not be loaded."
            error={kpis.error}
            onRetry={() => void kpis.refetch()}
            retrying={kpis.isFetching}
            showsOlderData={kpis.data !== undefined}
          />
        )}
        <Filters search={search} onChange={change} />
        {kpis.isPending && <Skeleton height={600} radius="md" />}
        {kpis.data !== undefined && (
          <Card withBorder padding="sm">
            <KpiTable kpis={shown} onOpen={(key) => change({ ...search, kpi: key })} />
            {shown.length === 0 && (
              <Text c="dimmed" p="sm">
                No KPI matches. Clear the filter, or add one of your own.
              </Text>
            )}
          </Card>
        )}
      </Stack>
      {open !== undefined && (
        <KpiDrawer
          kpi={open}
          onClose={() => {
            const { kpi: _closed, ...rest } = search;
            change(rest);
          }}
        />
      )}
      <Drawer
        opened={adding}
        onClose={() => setAdding(false)}
        position="right"
        size="lg"
        title="Add a KPI of your own"
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <KpiForm
          onSaved={(kpi) => {
            setAdding(false);
            change({ kpi: kpi.key });
          }}
          onCancel={() => setAdding(false)}
        />
      </Drawer>
    </>
  );
}

function Filters({ search, onChange }: { search: KpisSearch; onChange: (search: KpisSearch) => void }) {
  const { q, role, ...rest } = search;
  return (
    <Group gap="sm">
      <TextInput
        aria-label="Filter KPIs"
        placeholder="Filter by name, what is counted or owner"
        leftSection={<IconSearch size={16} aria-hidden />}
        w={{ base: "100%", sm: 320 }}
        value={q ?? ""}
        onChange={({ currentTarget }) =>
          onChange({
            ...rest,
            ...(role === undefined ? {} : { role }),
            ...(currentTarget.value === "" ? {} : { q: currentTarget.value }),
          })
        }
      />
      <SegmentedControl
        aria-label="Role"
        value={role ?? "all"}
        data={[
          { value: "all", label: "All" },
          ...kpiRoles.map((one) => ({ value: one, label: roleWords[one].name })),
        ]}
        onChange={(chosen) => {
          const next = kpiRoles.find((one) => one === chosen);
          onChange({
            ...rest,
            ...(q === undefined ? {} : { q }),
            ...(next === undefined ? {} : { role: next }),
          });
        }}
      />
    </Group>
  );
}

function KpiTable({ kpis, onOpen }: { kpis: readonly Kpi[]; onOpen: (key: string) => void }) {
  return (
    <Table verticalSpacing="sm" highlightOnHover className="stacks-on-phone">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="34%">KPI</Table.Th>
          <Table.Th w="26%">Counted as</Table.Th>
          <Table.Th>Better</Table.Th>
          <Table.Th>Role</Table.Th>
          <Table.Th>Ripe</Table.Th>
          <Table.Th>Owner</Table.Th>
          <Table.Th ta="right">Version</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {kpis.map((kpi) => (
          <Table.Tr key={kpi.key}>
            <Table.Th scope="row" fw={400}>
              <button type="button" className="name-button" onClick={() => onOpen(kpi.key)}>
                {kpi.name}
              </button>
              {kpi.source === "own" && (
                <Badge ml={8} variant="default" size="sm" tt="none">
                  own
                </Badge>
              )}
              <Text size="sm" c="dimmed">
                {kpi.sentence}
              </Text>
            </Table.Th>
            <Table.Td data-label="Counted as">{kpiFormula(kpi)}</Table.Td>
            <Table.Td className="short" data-label="Better">
              {kpi.direction}
            </Table.Td>
            <Table.Td className="short" data-label="Role">
              {roleWords[kpi.role].name}
            </Table.Td>
            <Table.Td className="short" data-label="Ripe">
              {maturationWords(kpi)}
            </Table.Td>
            <Table.Td className="short" data-label="Owner">
              {kpi.owner ?? (
                <Text c="dimmed" span size="sm">
                  nobody yet
                </Text>
              )}
            </Table.Td>
            <Table.Td data-label="Version" ta={{ sm: "right" }} className="short tabular">
              {kpi.version}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function matches(kpi: Kpi, { q, role }: KpisSearch): boolean {
  if (role !== undefined && kpi.role !== role) return false;
  const words = [kpi.name, kpi.sentence, kpi.numerator.counts, kpi.denominator.counts, kpi.owner ?? ""];
  return q === undefined || words.join(" ").toLowerCase().includes(q.toLowerCase());
}
