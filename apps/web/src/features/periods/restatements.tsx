import { Card, Stack, Table, Text, Title } from "@mantine/core";
import type { Restatement } from "@liftledger/contracts/period-close";
import { useInfiniteQuery } from "@tanstack/react-query";
import { FailedQuery } from "../../components/failed-query.tsx";
import { ShowMore } from "../../components/show-more.tsx";
import { formatInstant, formatPeriod } from "../../components/format-date.ts";
import { formatMoney, formatPercent } from "../../components/format-number.ts";
import { pointsWords } from "../../components/points-words.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { restatementsQuery } from "./queries.ts";
import { t } from "../../words.ts";

type Restated = Restatement["portfolio"];

/** The months that were reopened, and what that did to the figures; nothing where none was. */
export function Restatements() {
  const restatements = useInfiniteQuery(restatementsQuery(useOrganisationId()));
  const rows = restatements.data?.pages.flatMap((page) => page.rows) ?? [];
  if (restatements.isError)
    return (
      <FailedQuery
        what={t`The restatements could not be loaded.`}
        error={restatements.error}
        onRetry={() => void restatements.refetch()}
      />
    );
  if (rows.length === 0) return null;
  return (
    <Card withBorder padding="md">
      <Title order={2} fz="lg" mb="sm">{t`Restatements`}</Title>
      <Stack gap="lg">
        {rows.map((row) => (
          <OneRestatement key={`${row.month} ${row.reopenedAt}`} restatement={row} />
        ))}
      </Stack>
      <ShowMore query={restatements}>{t`Show older restatements`}</ShowMore>
    </Card>
  );
}

function OneRestatement({ restatement }: { restatement: Restatement }) {
  const { month, reason, reopenedAt, reopenedBy, closedAgainAt } = restatement;
  const name = formatPeriod(month, readerLocale);
  const when = formatInstant(reopenedAt, readerLocale);
  return (
    <section aria-label={t`Restatement of ${name}`}>
      <Title order={3} fz="md">
        {name}: {reason}
      </Title>
      <Text size="sm" c="dimmed">
        {closedAgainAt === null
          ? t`Reopened ${when} by ${reopenedBy}; not closed again yet, so there is nothing to compare.`
          : t`Reopened ${when} by ${reopenedBy}; closed again ${formatInstant(closedAgainAt, readerLocale)}.`}
      </Text>
      {closedAgainAt !== null && <FigureTable restatement={restatement} name={name} />}
    </section>
  );
}

function FigureTable({ restatement, name }: { restatement: Restatement; name: string }) {
  const { portfolio, initiatives } = restatement;
  return (
    <ScrollRegion label={t`Figures of ${name} before and after`}>
      <Table fz="sm" verticalSpacing={4} mt="xs" className="tabular" style={{ whiteSpace: "nowrap" }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`At the end of ${name}`}</Table.Th>
            {[t`Value turned into money`, t`Cost`, t`Return (net)`].map((heading) => (
              <Table.Th key={heading} ta="right">
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <FigureRow name={t`All initiatives`} figures={portfolio} />
          {initiatives.map(({ initiativeId, name: initiative, ...figures }) => (
            <FigureRow key={initiativeId} name={initiative} figures={figures} />
          ))}
        </Table.Tbody>
      </Table>
      {initiatives.length === 0 && (
        <Text size="sm" c="dimmed" mt="xs">{t`Nothing that an initiative rests on was changed.`}</Text>
      )}
    </ScrollRegion>
  );
}

function FigureRow({ name, figures }: { name: string; figures: Restated }) {
  const currency = useOrganisation()?.currency ?? "EUR";
  const money = (text: string) => formatMoney(Number(text), currency, { digits: 2 });
  const percent = (text: string) => formatPercent(Number(text), { digits: 1 });
  // From 48.7% to 48.3% is no 0.4% less.
  const points = (text: string) => `${Number(text) < 0 ? "−" : ""}${pointsWords(Number(text), 1)}`;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {name}
      </Table.Th>
      <Change figures={figures} of="realisedValue" write={money} writeChange={money} />
      <Change figures={figures} of="cost" write={money} writeChange={money} />
      <Change figures={figures} of="netRoi" write={percent} writeChange={points} />
    </Table.Tr>
  );
}

interface ChangeProps {
  figures: Restated;
  of: keyof Restated["difference"];
  write: (text: string) => string;
  writeChange: (text: string) => string;
}

function Change({ figures: { before, after, difference }, of, write, writeChange }: ChangeProps) {
  const [from, to, by] = [before?.[of] ?? null, after?.[of] ?? null, difference[of]];
  const shown = (text: string | null) => (text === null ? t`none` : write(text));
  const isSame = by === null ? from === to : Number(by) === 0;
  return (
    <Table.Td ta="right">
      {isSame ? shown(to) : `${shown(from)} → ${shown(to)}`}
      {by !== null && (
        <Text size="xs" c="dimmed">
          {isSame ? t`unchanged` : `${Number(by) > 0 ? "+" : ""}${writeChange(by)}`}
        </Text>
      )}
    </Table.Td>
  );
}
