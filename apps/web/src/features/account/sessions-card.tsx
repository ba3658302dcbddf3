import { Badge, Button, Card, Group, Skeleton, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FailedQuery } from "../../components/failed-query.tsx";
import { formatInstant } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { sessionsQuery } from "../access/queries.ts";
import { useCall } from "../access/use-call.ts";
import { deviceWords } from "./device-words.ts";

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
        <Title order={2} fz="lg">
          Where you are signed in
        </Title>
        <Button
          size="xs"
          variant="default"
          disabled={rows.length < 2}
          loading={endOthers.pending}
          onClick={() => endOthers.send()}
        >
          Sign out everywhere else
        </Button>
      </Group>
      {sessions.isError && (
        <FailedQuery
          what="The list could not be loaded."
          error={sessions.error}
          onRetry={() => void sessions.refetch()}
        />
      )}
      {error !== null && <ProblemAlert what="It is still signed in." error={error} />}
      {sessions.isPending ? (
        <Skeleton h={120} />
      ) : (
        <Table verticalSpacing="sm" className="stacks-on-phone">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Device</Table.Th>
              <Table.Th>Address</Table.Th>
              <Table.Th>Signed in</Table.Th>
              <Table.Th>
                <span className="visually-hidden">Sign out</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((session) => (
              <Table.Tr key={session.sessionId}>
                <Table.Th scope="row" fw={400}>
                  {deviceWords(session.userAgent)}
                  {session.isThisOne && (
                    <Badge ml={8} variant="default" size="sm" tt="none">
                      this one
                    </Badge>
                  )}
                </Table.Th>
                <Table.Td data-label="Address">{session.address || <Text span>unknown</Text>}</Table.Td>
                <Table.Td data-label="Signed in" className="tabular">
                  {formatInstant(session.createdAt)}
                </Table.Td>
                <Table.Td ta={{ sm: "right" }}>
                  {!session.isThisOne && (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={`Sign out ${deviceWords(session.userAgent)}, signed in ${formatInstant(session.createdAt)}`}
                      onClick={() => end.send(session.sessionId)}
                    >
                      Sign out
                    </Button>
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
