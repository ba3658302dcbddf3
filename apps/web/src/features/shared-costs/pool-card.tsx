import { Button, Card, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { BookedCostPool, CostPool, CostShare } from "@liftledger/contracts/cost-pool";
import type { Initiative } from "@liftledger/contracts/initiative";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatPeriod } from "../../components/format-date.ts";
import { RenameForm } from "../../components/rename-form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { costCategories } from "../initiative/setup-cost-draft.ts";
import { RetirementControls } from "../retirement/retirement-controls.tsx";
import { RetiredBadge } from "../retirement/show-retired.tsx";
import { driverNames } from "./driver-words.ts";
import { MonthForm } from "./month-form.tsx";
import { sharesOfPoolQuery } from "./queries.ts";
import { SharesTable } from "./shares-table.tsx";
import { t } from "../../words.ts";

export interface PoolCardProps {
  pool: CostPool;
  initiatives: readonly Pick<Initiative, "initiativeId" | "name">[];
  currency: string;
  /** Whether whoever looks may book months and rename it. */
  mayBook: boolean;
}

/** One shared cost: who bears what of its months, and the next month. */
export function PoolCard({ pool, initiatives, currency, mayBook }: PoolCardProps) {
  const [booking, setBooking] = useState(false);
  const shares = useQuery(sharesOfPoolQuery(useOrganisationId(), pool.costPoolId)).data?.rows;
  const category = costCategories.find(({ value }) => value === pool.category)?.label ?? pool.category;
  return (
    <Card withBorder padding="md">
      <Stack gap="sm">
        <div>
          <PoolName pool={pool} mayRename={mayBook} />
          <Text size="sm" c="dimmed">
            {t`${category}, divided ${driverNames[pool.driver]}`}
            {pool.driver === "usage" ? ` (${pool.unit})` : ""}
          </Text>
        </div>
        {shares === undefined && <Skeleton height={80} />}
        {shares?.length === 0 && (
          <Text size="sm">{t`No month is booked yet: so far it costs nobody anything.`}</Text>
        )}
        {shares !== undefined && shares.length > 0 && (
          <SharesTable label={t`Shares of ${pool.name}`} shares={shares} name="initiative" />
        )}
        {mayBook &&
          shares !== undefined &&
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
        <ProblemAlert what={t`The month was not taken back.`} error={takeBack.error} />
      )}
      <Group gap="sm">
        {pool.retired === null && (
          <Button
            variant="default"
            aria-label={t`Book a month of ${pool.name}`}
            onClick={onBook}
          >{t`Book a month`}</Button>
        )}
        {last !== undefined && (
          <Button
            variant="subtle"
            loading={takeBack.pending}
            onClick={() => takeBack.send(last)}
          >{t`Take ${formatPeriod(last.month, readerLocale)} back`}</Button>
        )}
        <PoolRetirement pool={pool} />
      </Group>
    </>
  );
}

function PoolRetirement({ pool: { costPoolId, name, version, retired } }: { pool: CostPool }) {
  const params = { costPoolId };
  return (
    <RetirementControls
      thing={`cost-pool:${costPoolId}`}
      needs="finance"
      name={name}
      retired={retired}
      explained={t`Nothing more is booked of it. What was booked stays with the initiatives, months in advance too until they are taken back. It can be restored.`}
      retire={(client, reason, idempotencyKey) =>
        client.call("retireCostPool", { params, body: { version, reason }, idempotencyKey })
      }
      restore={(client, idempotencyKey) =>
        client.call("restoreCostPool", { params, body: { version }, idempotencyKey })
      }
    />
  );
}

function PoolName({
  pool: { costPoolId, name, version, retired },
  mayRename,
}: {
  pool: CostPool;
  mayRename: boolean;
}) {
  const [renaming, setRenaming] = useState(false);
  const rename = useWrite<string, CostPool>(
    (client, wanted, idempotencyKey) =>
      client.call("renameCostPool", {
        params: { costPoolId },
        body: { version, name: wanted },
        idempotencyKey,
      }),
    () => setRenaming(false),
  );
  if (renaming) return <RenameForm name={name} write={rename} onCancel={() => setRenaming(false)} />;
  return (
    <Group gap="xs">
      <Title order={2} fz="lg">
        {name}
      </Title>
      <RetiredBadge retired={retired} />
      {mayRename && retired === null && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t`Rename ${name}`}
          onClick={() => setRenaming(true)}
        >{t`Rename`}</Button>
      )}
    </Group>
  );
}
