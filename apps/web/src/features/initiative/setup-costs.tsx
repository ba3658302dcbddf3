import { Button, Skeleton, Stack, Table, Text, VisuallyHidden } from "@mantine/core";
import type { CostLine, Initiative } from "@liftledger/contracts/initiative";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { exactMoney } from "../../components/exact-money.ts";
import { formatDate, formatPeriod } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { showDecimal } from "../../components/typed-number.ts";
import { useHasRole } from "../access/use-has-role.ts";
import { sharesOfInitiativeQuery } from "../shared-costs/queries.ts";
import { SharesTable } from "../shared-costs/shares-table.tsx";
import { costCategories } from "./setup-cost-draft.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { t } from "../../words.ts";

const SetupCostForm = lazy(() =>
  import("./setup-cost-form.tsx").then((module) => ({ default: module.SetupCostForm })),
);

export interface SetupCostsProps {
  initiative: Initiative;
  lines: readonly CostLine[];
  currency: string;
}

const firstShown = 12;

/** The cost lines, latest month first, and the form for more. */
export function SetupCosts({ initiative, lines, currency }: SetupCostsProps) {
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  const sorted = lines.toSorted((one, other) => other.month.localeCompare(one.month));
  const shown = all ? sorted : sorted.slice(0, firstShown);
  const mayAdd = useHasRole("contributor");
  const open = mayAdd && (adding || lines.length === 0);
  return (
    <Stack gap="sm">
      {lines.length > 0 && <CostTable lines={shown} mayTakeBack={mayAdd} />}
      <SharedCostsOf initiativeId={initiative.initiativeId} />
      {sorted.length > shown.length && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => setAll(true)}
          >{t`Show all ${sorted.length} lines`}</Button>
        </div>
      )}
      {open ? (
        <Suspense fallback={<Skeleton height={240} />}>
          <SetupCostForm
            initiative={initiative}
            currency={currency}
            onDone={() => setAdding(false)}
            onCancel={lines.length === 0 ? undefined : () => setAdding(false)}
          />
        </Suspense>
      ) : mayAdd ? (
        <div>
          <Button variant="default" onClick={() => setAdding(true)}>{t`Add costs`}</Button>
        </div>
      ) : (
        lines.length === 0 && <Text size="sm">{t`No cost is recorded yet.`}</Text>
      )}
    </Stack>
  );
}

/** What it bears of costs that others share; nothing where it bears none. */
function SharedCostsOf({ initiativeId }: { initiativeId: string }) {
  const shares = useQuery(sharesOfInitiativeQuery(useOrganisationId(), initiativeId)).data?.rows ?? [];
  if (shares.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>{t`Its share of shared costs`}</Text>
      <SharesTable label={t`Share of shared costs`} shares={shares.slice(0, firstShown)} name="pool" />
    </div>
  );
}

function CostTable({ lines, mayTakeBack }: { lines: readonly CostLine[]; mayTakeBack: boolean }) {
  const retract = useWrite<string, { retracted: true }>((client, costLineId, idempotencyKey) =>
    client.call("retractCostLine", { params: { costLineId }, idempotencyKey }),
  );
  const names = new Map(costCategories.map(({ value, label }) => [value, label]));
  const money = ({ amount, currency }: CostLine) => {
    const alike = lines.filter((line) => line.currency === currency);
    return exactMoney(
      alike.map((line) => line.amount),
      currency,
    )(amount);
  };
  return (
    <ScrollRegion label={t`Cost lines`}>
      {retract.error !== null && (
        <ProblemAlert what={t`The line was not taken back.`} error={retract.error} />
      )}
      <Table fz="sm" verticalSpacing={4} className="tabular stacks-on-phone">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`Month`}</Table.Th>
            <Table.Th>{t`Category`}</Table.Th>
            <Table.Th ta="right">{t`Amount`}</Table.Th>
            <Table.Th>{t`Kind`}</Table.Th>
            <Table.Th>{t`Source`}</Table.Th>
            {mayTakeBack && (
              <Table.Th>
                <VisuallyHidden>{t`Take back`}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.costLineId}>
              <Table.Th scope="row" fw={500} style={{ whiteSpace: "nowrap" }}>
                {formatPeriod(line.month, readerLocale)}
              </Table.Th>
              <Table.Td>{names.get(line.category)}</Table.Td>
              <Table.Td ta={{ sm: "right" }} data-numeric data-label={t`Amount`}>
                {money(line)}
                {line.converted !== null && <Converted converted={line.converted} />}
              </Table.Td>
              <Table.Td className="short" data-label={t`Kind`}>
                {line.kind === "actual" ? t`actual` : t`planned`}
              </Table.Td>
              <Table.Td className="short" data-label={t`Source`}>
                {line.source}
              </Table.Td>
              {mayTakeBack && (
                <Table.Td ta={{ sm: "right" }}>
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    disabled={retract.pending}
                    aria-label={t`Take back ${names.get(line.category) ?? line.category}, ${formatPeriod(line.month, readerLocale)}`}
                    onClick={() => retract.send(line.costLineId)}
                  >{t`Take back`}</Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

/** What a cost in another currency counts here, by which rate of which day. */
function Converted({ converted }: { converted: NonNullable<CostLine["converted"]> }) {
  const { amount, currency, rate, date } = converted;
  return (
    <Text
      size="xs"
      c="dimmed"
    >{t`${exactMoney([amount], currency)(amount)} at ${showDecimal(rate, readerLocale)} of ${formatDate(date, readerLocale)}`}</Text>
  );
}
