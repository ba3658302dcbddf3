import type { SentDigest } from "@liftledger/contracts/alert";
import { Anchor, Card, List, Skeleton, Table, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FailedQuery } from "../../components/failed-query.tsx";
import { formatInstant, formatPeriod } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { ShowMore } from "../../components/show-more.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { toWhom } from "../alert-rules/became.ts";
import { DeliveryOutcome } from "../alert-rules/delivery-outcome.tsx";
import { sentDigestsQuery } from "../alerts/queries.ts";
import { t } from "../../words.ts";

/** The digests that were made, the latest first: to whom each went, and what became of it. */
export function SentDigestsCard() {
  const query = useInfiniteQuery(sentDigestsQuery(useOrganisationId()));
  const rows = query.data?.pages.flatMap((page) => page.rows);
  return (
    <Card withBorder padding="md" mt="md" component="section" aria-labelledby="sent-digests">
      <Title order={2} fz="lg" mb="sm" id="sent-digests">{t`What was sent`}</Title>
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
        <Text
          size="sm"
          c="dimmed"
          maw={640}
        >{t`None was sent yet. Each week and each month is sent once, on the day and to those that the rules of alerts name.`}</Text>
      )}
      {rows !== undefined && rows.length > 0 && (
        <Table verticalSpacing="sm" fz="sm" className="stacks-on-phone">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="28%">{t`What`}</Table.Th>
              <Table.Th w="20%">{t`Made`}</Table.Th>
              <Table.Th>{t`To whom, and what became of it`}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((digest) => (
              <DigestRow key={`${digest.kind} ${digest.period}`} digest={digest} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <ShowMore query={query}>{t`Show earlier ones`}</ShowMore>
    </Card>
  );
}

function DigestRow({ digest: { kind, period, madeAt, deliveries } }: { digest: SentDigest }) {
  const organisationId = useOrganisationId();
  const shown = formatPeriod(period, readerLocale);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <Anchor
          size="sm"
          renderRoot={(own) => (
            <Link
              to="/$organisationId/digests"
              params={{ organisationId }}
              search={{ kind, period }}
              {...own}
            />
          )}
        >
          {kind === "weekly" ? t`For growth: ${shown}` : t`For finance: ${shown}`}
        </Anchor>
      </Table.Th>
      <Table.Td data-label={t`Made`}>{formatInstant(madeAt)}</Table.Td>
      <Table.Td data-label={t`To whom, and what became of it`}>
        {deliveries.length === 0 ? (
          <Text
            span
            size="sm"
            c="dimmed"
          >{t`In the product alone: nobody is mailed, and no webhook is told.`}</Text>
        ) : (
          <List size="sm" listStyleType="none" spacing={4}>
            {deliveries.map((delivery) => (
              <List.Item key={delivery.messageId}>
                <strong>{toWhom(delivery)}</strong>
                {": "}
                <DeliveryOutcome delivery={delivery} what={shown} />
              </List.Item>
            ))}
          </List>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
