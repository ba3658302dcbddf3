import { Badge, Button, Card, Group, Skeleton, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FailedQuery } from "../../components/failed-query.tsx";
import { formatInstant } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { sessionsQuery } from "../access/queries.ts";
import { useCall } from "../access/use-call.ts";
import { deviceWords } from "./device-words.ts";
import { t } from "../../words.ts";

/** Where one is signed in; each place can be signed out. */
export function SessionsCard() {
  const sessions = useQuery(sessionsQuery);
  const end = useCall((client, sessionId: string) => client.call("revokeSession", { params: { sessionId } }));
  const endOthers = useCall((client) => client.call("revokeOtherSessions", {}));
  const error = end.error ?? endOthers.error;
  const rows = sessions.data?.rows ?? [];
  return (
    <Card withBorder padding="md" mt="md">
      <Group justify="space-between" mb="sm">
        <Title order={2} fz="lg">{t`Where you are signed in`}</Title>
        <Button
          size="xs"
          variant="default"
          disabled={rows.length < 2}
          loading={endOthers.pending}
          onClick={() => endOthers.send()}
        >{t`Sign out everywhere else`}</Button>
      </Group>
      {sessions.isError && (
        <FailedQuery
          what={t`The list could not be loaded.`}
          error={sessions.error}
          onRetry={() => void sessions.refetch()}
        />
      )}
      {error !== null && <ProblemAlert what={t`It is still signed in.`} error={error} />}
      {sessions.isPending ? (
        <Skeleton h={120} />
      ) : (
        <Table verticalSpacing="sm" className="stacks-on-phone">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t`Device`}</Table.Th>
              <Table.Th>{t`Address`}</Table.Th>
              <Table.Th>{t`Signed in`}</Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t`Sign out`}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((session) => (
              <Table.Tr key={session.sessionId}>
                <Table.Th scope="row" fw={400}>
                  {deviceWords(session.userAgent)}
                  {session.isThisOne && (
                    <Badge ml={8} variant="default" size="sm" tt="none">{t`this one`}</Badge>
                  )}
                </Table.Th>
                <Table.Td data-label={t`Address`}>
                  {session.address || <Text span>{t`unknown`}</Text>}
                </Table.Td>
                <Table.Td data-label={t`Signed in`} className="tabular">
                  {formatInstant(session.createdAt)}
                </Table.Td>
                <Table.Td ta={{ sm: "right" }}>
                  {!session.isThisOne && (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t`Sign out ${deviceWords(session.userAgent)}, signed in ${formatInstant(session.createdAt)}`}
                      onClick={() => end.send(session.sessionId)}
                    >{t`Sign out`}</Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  );
}
