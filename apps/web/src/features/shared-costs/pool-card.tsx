import { Button, Card, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { BookedCostPool, CostPool, CostShare } from "@liftledger/contracts/cost-pool";
import type { Initiative } from "@liftledger/contracts/initiative";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatPeriod } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { costCategories } from "../initiative/setup-cost-draft.ts";
import { driverNames } from "./driver-words.ts";
import { MonthForm } from "./month-form.tsx";
import { sharesOfPoolQuery } from "./queries.ts";
import { SharesTable } from "./shares-table.tsx";

export interface PoolCardProps {
  pool: CostPool;
  initiatives: readonly Pick<Initiative, "initiativeId" | "name">[];
  currency: string;
}

/** One shared cost: who bears what of its months, and the next month. */
export function PoolCard({ pool, initiatives, currency }: PoolCardProps) {
  const [booking, setBooking] = useState(false);
  const shares = useQuery(sharesOfPoolQuery(useOrganisationId(), pool.costPoolId)).data?.rows;
  const category = costCategories.find(({ value }) => value === pool.category)?.label ?? pool.category;
  return (
    <Card withBorder padding="md">
      <Stack gap="sm">
        <div>
          <Title order={2} fz="lg">
            {pool.name}
          </Title>
          <Text size="sm" c="dimmed">
            {category}, divided {driverNames[pool.driver]}
            {pool.driver === "usage" ? ` (${pool.unit})` : ""}
          </Text>
        </div>
        {shares === undefined && <Skeleton height={80} />}
        {shares?.length === 0 && (
          <Text size="sm">No month is booked yet: so far it costs nobody anything.</Text>
        )}
        {shares !== undefined && shares.length > 0 && (
          <SharesTable label={`Shares of ${pool.name}`} shares={shares} name="initiative" />
        )}
        {shares !== undefined &&
          (booking ? (
            <MonthForm
              pool={pool}
              shares={shares}
              initiatives={initiatives}
              currency={currency}
              onDone={() => setBooking(false)}
            />
          ) : (
            <PoolButtons pool={pool} shares={shares} onBook={() => setBooking(true)} />
          ))}
      </Stack>
    </Card>
  );
}

function PoolButtons({
  pool,
  shares,
  onBook,
}: {
  pool: CostPool;
  shares: readonly CostShare[];
  onBook: () => void;
}) {
  const [last] = shares;
  const takeBack = useWrite<CostShare, BookedCostPool>((client, { costPoolId, month, kind, revision }, key) =>
    client.call("bookCostPool", {
      params: { costPoolId, month },
      body: { kind, revision, amount: null, source: "taken back" },
      idempotencyKey: key,
    }),
  );
  return (
    <>
      {takeBack.error !== null && (
        <ProblemAlert what="The month was not taken back." error={takeBack.error} />
      )}
      <Group gap="sm">
        <Button variant="default" aria-label={`Book a month of ${pool.name}`} onClick={onBook}>
          Book a month
        </Button>
        {last !== undefined && (
          <Button variant="subtle" loading={takeBack.pending} onClick={() => takeBack.send(last)}>
            Take {formatPeriod(last.month, readerLocale)} back
          </Button>
        )}
      </Group>
    </>
  );
}
