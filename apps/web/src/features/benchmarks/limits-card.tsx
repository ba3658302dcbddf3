import { thresholds, type Threshold } from "@liftledger/roi/governance/thresholds";
import { Card, Table, Text, Title } from "@mantine/core";
import { formatCount, formatPercent } from "../../components/format-number.ts";
import { form, plural, t } from "../../words.ts";

const limits: readonly Threshold[] = Object.values(thresholds);

/** Every limit by which something is found or told, each with where it comes from. */
export function LimitsCard() {
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="limits">
      <Title
        order={2}
        fz="lg"
        mb="xs"
        id="limits"
        style={{ scrollMarginTop: 84 }}
      >{t`Limits of findings and alerts`}</Title>
      <Text size="sm" mb="sm">
        {t`By these limits what is stuck is found and alerts are told. Where nothing is published, the limit is our own, with its reason.`}
      </Text>
      <Table fz="sm" verticalSpacing={6} className="tabular stacks-on-phone">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`What is looked at`}</Table.Th>
            <Table.Th w={110}>{t`Limit`}</Table.Th>
            <Table.Th w="52%">{t`Where it comes from`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {limits.map((limit) => (
            <Table.Tr key={limit.what} style={{ verticalAlign: "top" }}>
              <Table.Th scope="row" fw={500}>
                {limit.what.charAt(0).toUpperCase() + limit.what.slice(1)}
              </Table.Th>
              <Table.Td data-label={t`Limit`}>{limitText(limit)}</Table.Td>
              <Table.Td data-label={t`Where it comes from`}>
                {limit.source.kind === "published"
                  ? t`Published by ${limit.source.publisher}: ${limit.source.what}.`
                  : t`Our own rule. ${limit.source.because}`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function limitText({ value, unit }: Threshold): string {
  if (unit === "share") return formatPercent(value);
  const count = formatCount(value);
  if (unit === "months") return plural(value, form`${count} month`, form`${count} months`);
  return unit === "days" ? plural(value, form`${count} day`, form`${count} days`) : count;
}
