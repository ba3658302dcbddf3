import { Table, Text } from "@mantine/core";
import type { CostShare } from "@liftledger/contracts/cost-pool";
import { exactMoney } from "../../components/exact-money.ts";
import { percentOfShare } from "../../components/decimal-share.ts";
import { formatPeriod } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { showDecimal } from "../../components/typed-number.ts";
import { t } from "../../words.ts";

/** Who bears what of shared costs, latest month first; `name` says what stands in the second column. */
export function SharesTable({
  label,
  shares,
  name,
}: {
  label: string;
  shares: readonly CostShare[];
  name: "initiative" | "pool";
}) {
  return (
    <ScrollRegion label={label}>
      <Table fz="sm" verticalSpacing={4} className="tabular stacks-on-phone">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`Month`}</Table.Th>
            <Table.Th>{name === "initiative" ? t`Initiative` : t`Shared cost`}</Table.Th>
            <Table.Th ta="right">{t`Share`}</Table.Th>
            <Table.Th>{t`Divided by`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shares.map((share) => (
            <Table.Tr key={`${share.costPoolId} ${share.month} ${share.kind} ${share.initiativeId}`}>
              <Table.Th scope="row" fw={500} style={{ whiteSpace: "nowrap" }}>
                {formatPeriod(share.month, readerLocale)}
                {share.kind === "planned" && <Text size="xs" c="dimmed" fw={400}>{t`planned`}</Text>}
              </Table.Th>
              <Table.Td miw={150}>{share[name]}</Table.Td>
              <Table.Td
                ta={{ sm: "right" }}
                data-numeric
                data-label={t`Share`}
                style={{ whiteSpace: "nowrap" }}
              >
                {exactly(share)(share.amount)}
                <Text size="xs" c="dimmed" component="span" display={{ base: "inline", sm: "block" }}>
                  {" "}
                  {t`of ${exactly(share)(share.poolAmount)}`}
                </Text>
              </Table.Td>
              <Table.Td miw={130} data-label={t`Divided by`}>
                {byWords(share)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

/** A share and the whole it is of, to the minor unit: shares add up to the whole. */
const exactly = ({ amount, poolAmount, currency }: CostShare) => exactMoney([amount, poolAmount], currency);

/** "3 seats", "50%", "equally". */
function byWords({ driver, quantity, unit }: CostShare): string {
  if (driver === "equal") return t`equally`;
  if (driver === "shares") return `${showDecimal(percentOfShare(quantity), readerLocale)}%`;
  return `${showDecimal(quantity, readerLocale)} ${unit}`;
}
