import { Button, Card, Group, NativeSelect, Pill, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import type { AuditEntry } from "@liftledger/contracts/audit";
import { auditNouns } from "@liftledger/contracts/audit-nouns";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { ShowMore } from "../../components/show-more.tsx";
import { readAuditSearch, type AuditSearch } from "../../search-params.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { ForRoles } from "../access/for-roles.tsx";
import { NotForYou } from "../access/not-for-you.tsx";
import { SavedViewsButton } from "../saved-views/saved-views-button.tsx";
import { AuditEntryCard } from "./audit-entry-card.tsx";
import { ChainCard } from "./chain-card.tsx";
import { nounWords } from "./entry-words.ts";
import { auditQuery } from "./queries.ts";
import { t } from "../../words.ts";

/** Who changed what, when and why, with what was before; for finance and admins. */
export function AuditPage() {
  const others = (
    <NotForYou
      title={t`The audit log is for finance and admins`}
    >{t`It holds what everybody changed. Ask one of them for what you need, or an admin for the role.`}</NotForYou>
  );
  return (
    <ForRoles title={t`Audit log`} roles={["finance", "admin"]} others={others}>
      <AuditLog />
    </ForRoles>
  );
}

function AuditLog() {
  const search = useSearch({ from: "/$organisationId/audit" });
  const navigate = useNavigate({ from: "/$organisationId/audit" });
  const entries = useInfiniteQuery(auditQuery(useOrganisationId(), search));
  const rows = entries.data?.pages.flatMap((page) => page.rows);
  const show = (next: AuditSearch) =>
    void navigate({
      search: ({ noun: _n, actorId: _a, objectId: _o, since: _s, to: _t, ...kept }) => ({ ...kept, ...next }),
      replace: true,
    });
  return (
    <>
      <PageHeader
        title={t`Audit log`}
        subline={t`Every change, who made it and why, with what was before. Each entry is chained to the one before it: what is changed or cut out afterwards shows.`}
      />
      <Stack gap="md" maw={1000}>
        <ChainCard />
        <Filters search={search} rows={rows ?? []} onChange={show} />
        {entries.isError && (
          <FailedQuery
            what={t`The audit log could not be loaded.`}
            error={entries.error}
            onRetry={() => void entries.refetch()}
            retrying={entries.isFetching}
            showsOlderData={rows !== undefined}
          />
        )}
        {entries.isPending && <Skeleton height={480} radius="md" />}
        {rows?.length === 0 && (
          <Card withBorder padding="md">
            <Text>{t`No entry is like that. Clear a filter, or choose other days.`}</Text>
          </Card>
        )}
        {rows?.map((entry) => (
          <AuditEntryCard
            key={entry.sequence}
            entry={entry}
            onOnlyActor={() => show({ ...search, actorId: entry.actorId })}
            onOnlyObject={() => show({ ...search, noun: entry.noun, objectId: entry.objectId })}
          />
        ))}
        <ShowMore query={entries}>{t`Show older entries`}</ShowMore>
      </Stack>
    </>
  );
}

interface FiltersProps {
  search: AuditSearch;
  rows: readonly AuditEntry[];
  onChange: (search: AuditSearch) => void;
}

function Filters({ search, rows, onChange }: FiltersProps) {
  const { noun, actorId, objectId, since, to, ...rest } = search;
  const without = (field: keyof AuditSearch) => {
    const { [field]: _gone, ...kept } = search;
    return kept;
  };
  const set = (field: keyof AuditSearch, value: string) =>
    onChange(value === "" ? without(field) : { ...rest, ...search, [field]: value });
  const actor = rows.find((entry) => entry.actorId === actorId)?.actor ?? actorId;
  const known = noun === undefined || auditNouns.includes(noun) ? auditNouns : [...auditNouns, noun];
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label={t`About`}
        w={{ base: "100%", xs: 220 }}
        value={noun ?? ""}
        data={[
          { value: "", label: t`everything` },
          ...known.map((value) => ({ value, label: nounWords(value) })),
        ]}
        onChange={({ currentTarget }) => set("noun", currentTarget.value)}
      />
      <TextInput
        label={t`From`}
        type="date"
        w={160}
        value={since ?? ""}
        onChange={({ currentTarget }) => set("since", currentTarget.value)}
      />
      <TextInput
        label={t`To`}
        type="date"
        w={160}
        value={to ?? ""}
        onChange={({ currentTarget }) => set("to", currentTarget.value)}
      />
      {actorId !== undefined && (
        <Only label={t`by ${actor ?? ""}`} onRemove={() => onChange(without("actorId"))} />
      )}
      {objectId !== undefined && (
        <Only
          label={t`this ${noun === undefined ? t`thing` : nounWords(noun)} alone`}
          onRemove={() => onChange(without("objectId"))}
        />
      )}
      <SavedViewsButton page="audit" read={readAuditSearch} size="sm" />
      {Object.keys(search).length > 0 && (
        <Button variant="subtle" onClick={() => onChange({})}>{t`Clear`}</Button>
      )}
    </Group>
  );
}

function Only({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <Pill
      size="md"
      mb={6}
      withRemoveButton
      onRemove={onRemove}
      removeButtonProps={{ "aria-label": t`Not only ${label}`, tabIndex: 0, "aria-hidden": false }}
    >
      {label}
    </Pill>
  );
}
