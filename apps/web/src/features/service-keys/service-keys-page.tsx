import type { ServiceKey } from "@liftledger/contracts/access";
import { Button, Card, Modal, Skeleton, Stack, Table, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CopiedOnce } from "../../components/copied-once.tsx";
import { FailedQuery } from "../../components/failed-query.tsx";
import { formatDate, formatInstant } from "../../components/format-date.ts";
import { PageHeader } from "../../components/page-header.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { AdminsOnly } from "../access/admins-only.tsx";
import { serviceKeysQuery } from "../access/queries.ts";
import { useCall } from "../access/use-call.ts";
import { NewServiceKeyDialog } from "./new-service-key-dialog.tsx";
import { scopeWords } from "./scope-words.ts";
import { t } from "../../words.ts";

/** Keys by which programs act: what each may, for which teams, until when. */
export function ServiceKeysPage() {
  return (
    <AdminsOnly title={t`Service keys`}>
      <ServiceKeys />
    </AdminsOnly>
  );
}

function ServiceKeys() {
  const keys = useQuery(serviceKeysQuery);
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<{ serviceKey: ServiceKey; key: string } | null>(null);
  return (
    <>
      <PageHeader
        title={t`Service keys`}
        subline={t`For programs that log or read by themselves. A key can do what it was made for and no more, until a day; people, roles and keys are out of its reach.`}
        aside={
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setAdding(true)}
          >{t`Make a key`}</Button>
        }
      />
      <Stack gap="md">
        {keys.isError && (
          <FailedQuery
            what={t`The keys could not be loaded.`}
            error={keys.error}
            onRetry={() => void keys.refetch()}
            retrying={keys.isFetching}
          />
        )}
        {keys.isPending && <Skeleton height={240} radius="md" />}
        {keys.data !== undefined && (
          <Card withBorder padding="sm">
            {keys.data.rows.length === 0 ? (
              <Text
                c="dimmed"
                p="sm"
              >{t`There is no key yet. Make one for a nightly import, for instance.`}</Text>
            ) : (
              <KeyTable keys={keys.data.rows} />
            )}
          </Card>
        )}
      </Stack>
      {adding && <NewServiceKeyDialog onClose={() => setAdding(false)} onMade={setMade} />}
      {made !== null && (
        <Modal
          opened
          onClose={() => setMade(null)}
          title={t`The key “${made.serviceKey.name}”`}
          closeButtonProps={{ "aria-label": t`Close` }}
        >
          <Stack gap="sm">
            <Text size="sm">{t`Copy it now: it is not shown again, and only its digest is kept. A program sends it as “Authorization: Bearer …”.`}</Text>
            <CopiedOnce label={t`Key`} text={made.key} />
          </Stack>
        </Modal>
      )}
    </>
  );
}

function KeyTable({ keys }: { keys: readonly ServiceKey[] }) {
  return (
    <Table verticalSpacing="sm" className="stacks-on-phone">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="26%">{t`Name`}</Table.Th>
          <Table.Th>{t`May`}</Table.Th>
          <Table.Th>{t`Teams`}</Table.Th>
          <Table.Th>{t`Used`}</Table.Th>
          <Table.Th>{t`Counts until`}</Table.Th>
          <Table.Th>
            <span className="visually-hidden">{t`End`}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {keys.map((key) => (
          <KeyRow key={key.keyId} serviceKey={key} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function KeyRow({ serviceKey: key }: { serviceKey: ServiceKey }) {
  const end = useCall((client) => client.call("revokeServiceKey", { params: { keyId: key.keyId } }));
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600}>
        {key.name}
        <Text size="sm" c="dimmed">{t`by ${key.createdBy}, ${formatInstant(key.createdAt)}`}</Text>
        {end.error !== null && <ProblemAlert what={t`The key goes on.`} error={end.error} />}
      </Table.Th>
      <Table.Td data-label={t`May`}>{key.scopes.map((scope) => scopeWords[scope].name).join(", ")}</Table.Td>
      <Table.Td data-label={t`Teams`}>
        {key.teams === null ? t`all` : key.teams.map((team) => team.name).join(", ")}
      </Table.Td>
      <Table.Td data-label={t`Used`} className="tabular">
        {key.lastUsedOn === null ? t`never` : formatDate(key.lastUsedOn)}
      </Table.Td>
      <Table.Td data-label={t`Counts until`} className="tabular">
        {key.revokedAt === null ? formatInstant(key.expiresAt) : t`ended ${formatInstant(key.revokedAt)}`}
      </Table.Td>
      <Table.Td ta={{ sm: "right" }}>
        {key.revokedAt === null && (
          <Button
            size="xs"
            variant="default"
            aria-label={t`End ${key.name}`}
            loading={end.pending}
            onClick={() => end.send()}
          >{t`End`}</Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
