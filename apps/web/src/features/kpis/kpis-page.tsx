import {
  Button,
  Card,
  Drawer,
  Group,
  SegmentedControl,
  Skeleton,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import type { Kpi } from "@liftledger/contracts/kpi";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { kpisQuery } from "../../ledger-queries.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { kpiRoles, readKpisSearch, type KpisSearch } from "../../search-params.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useHasRole } from "../access/use-has-role.ts";
import { useShownRows } from "../retirement/show-retired.tsx";
import { SavedViewsButton } from "../saved-views/saved-views-button.tsx";
import { SharedMoneyLink } from "../value-pools/shared-money-link.tsx";
import { KpiForm } from "./kpi-form.tsx";
import { KpiTable } from "./kpi-table.tsx";
import { roleWords } from "./kpi-words.ts";
import { t } from "../../words.ts";

/** Every KPI of the company: what it counts, who answers for it, which version holds. */
export function KpisPage() {
  const search = useSearch({ from: "/$organisationId/kpis" });
  const navigate = useNavigate({ from: "/$organisationId/kpis" });
  const organisationId = useOrganisationId();
  const kpis = useQuery(kpisQuery(organisationId));
  const [adding, setAdding] = useState(false);
  const mayAdd = useHasRole("finance");
  const change = (next: KpisSearch) =>
    void navigate({
      search: ({ q: _q, role: _role, ...kept }) => ({ ...kept, ...next }),
      replace: true,
    });
  return (
    <>
      <PageHeader
        title={t`KPI catalogue`}
        subline={t`One definition for the whole company: what is counted, what it is divided by, which way is better. A change makes a new version and never changes what older numbers mean.`}
        aside={
          <Group gap="md">
            <SharedMoneyLink>{t`Shared money`}</SharedMoneyLink>
            {mayAdd ? (
              <Button
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => setAdding(true)}
              >{t`Add a KPI`}</Button>
            ) : (
              <Text size="sm" c="dimmed">{t`Finance and admins add KPIs.`}</Text>
            )}
          </Group>
        }
      />
      <Stack gap="md">
        <Filters search={search} onChange={change} />
        {kpis.isError && (
          <FailedQuery
            what={t`The catalogue could not be loaded.`}
            error={kpis.error}
            onRetry={() => void kpis.refetch()}
            retrying={kpis.isFetching}
            showsOlderData={kpis.data !== undefined}
          />
        )}
        {kpis.isPending && <Skeleton height={600} radius="md" />}
        {kpis.data !== undefined && <Shown kpis={kpis.data.rows.filter((kpi) => matches(kpi, search))} />}
      </Stack>
      <NewKpiDrawer
        opened={adding}
        onClose={() => setAdding(false)}
        onAdded={(kpiKey) =>
          void navigate({ to: "/$organisationId/kpis/$kpiKey", params: { organisationId, kpiKey } })
        }
      />
    </>
  );
}

function Shown({ kpis }: { kpis: readonly Kpi[] }) {
  const { shown, control } = useShownRows(kpis);
  return (
    <Card withBorder padding="sm">
      {control !== null && <Group p="xs">{control}</Group>}
      <KpiTable kpis={shown} />
      {shown.length === 0 && (
        <Text c="dimmed" p="sm">{t`No KPI matches. Clear the filter, or add one of your own.`}</Text>
      )}
    </Card>
  );
}

interface NewKpiDrawerProps {
  opened: boolean;
  onClose: () => void;
  onAdded: (key: string) => void;
}

function NewKpiDrawer({ opened, onClose, onAdded }: NewKpiDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      title={t`Add a KPI of your own`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <KpiForm
        onSaved={({ key }) => {
          onClose();
          onAdded(key);
        }}
        onCancel={onClose}
      />
    </Drawer>
  );
}

function Filters({ search, onChange }: { search: KpisSearch; onChange: (search: KpisSearch) => void }) {
  const { q, role, ...rest } = search;
  return (
    <Group gap="sm">
      <TextInput
        aria-label={t`Filter KPIs`}
        placeholder={t`Filter by name, what is counted or owner`}
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
        aria-label={t`Role`}
        value={role ?? "all"}
        data={[
          { value: "all", label: t`All` },
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
      <SavedViewsButton page="kpis" read={readKpisSearch} size="sm" />
    </Group>
  );
}

function matches(kpi: Kpi, { q, role }: KpisSearch): boolean {
  if (role !== undefined && kpi.role !== role) return false;
  const words = [kpi.name, kpi.sentence, kpi.numerator.counts, kpi.denominator.counts, kpi.owner ?? ""];
  return q === undefined || words.join(" ").toLowerCase().includes(q.toLowerCase());
}
