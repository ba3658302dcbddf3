import type { Delivery } from "@liftledger/contracts/webhook";
import { Card, Skeleton, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FailedQuery } from "../../components/failed-query.tsx";
import { formatInstant } from "../../components/format-date.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { deliveriesQuery } from "../alerts/queries.ts";
import { toWhom } from "./became.ts";
import { DeliveryOutcome } from "./delivery-outcome.tsx";
import { t } from "../../words.ts";

/** The last twenty mails and calls of webhooks, and what became of each. */
export function DeliveriesCard() {
  const query = useQuery(deliveriesQuery(useOrganisationId()));
  const rows = query.data?.rows;
  return (
    <Card withBorder padding="md">
      <Title order={2} fz="lg" mb="sm">{t`What was sent last`}</Title>
      {query.isError && (
        <FailedQuery
          what={t`What was sent could not be loaded.`}
          error={query.error}
          onRetry={() => void query.refetch()}
          showsOlderData={rows !== undefined}
        />
      )}
      {query.isPending && <Skeleton height={120} radius="md" />}
      {rows?.length === 0 && (
        <Text size="sm" c="dimmed">{t`Nothing was mailed or sent to a webhook yet.`}</Text>
      )}
      {rows !== undefined && rows.length > 0 && (
        <Table verticalSpacing="sm" fz="sm" className="tabular stacks-on-phone">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t`What`}</Table.Th>
              <Table.Th>{t`To`}</Table.Th>
              <Table.Th>{t`What became of it`}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((delivery) => (
              <DeliveryRow key={delivery.messageId} delivery={delivery} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  );
}

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { title, createdAt } = delivery;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {title}
        <Text size="xs" c="dimmed" fw={400}>
          {formatInstant(createdAt)}
        </Text>
      </Table.Th>
      <Table.Td data-label={t`To`}>{toWhom(delivery)}</Table.Td>
      <Table.Td data-label={t`What became of it`}>
        <DeliveryOutcome delivery={delivery} what={title} />
      </Table.Td>
    </Table.Tr>
  );
}
