import type { BenefitEvaluation } from "@liftledger/contracts/evaluation";
import type { HoldOut } from "@liftledger/contracts/hold-out";
import { Alert, Stack, Table, Text, Title } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { formatKpiDifference } from "@liftledger/kpis/unit";
import { chance } from "@liftledger/roi/chance";
import { formatDate } from "../../components/format-date.ts";
import { formatKpi } from "../../components/format-kpi.ts";
import { formatCount, formatPercent } from "../../components/format-number.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { t } from "../../words.ts";

type Benefit = Pick<BenefitEvaluation, "kpi" | "currency">;

/** What a randomised hold-out says: its two arms, their difference, how sure that is, and whether the split held. */
export function HoldOutCard({ benefit, holdOut }: { benefit: Benefit; holdOut: HoldOut }) {
  const { result, split } = holdOut;
  if (result === null) return null;
  return (
    <Stack gap="xs" component="section" aria-label={t`Hold-out`}>
      <Title order={4} fz="md">
        {headline(result, benefit)}
      </Title>
      {!result.split.asPlanned && (
        <Alert
          variant="default"
          icon={<IconAlertTriangle aria-hidden />}
          title={t`The two parts are not as large as planned`}
        >{t`Planned were ${formatCount(split.treated)} with AI to ${formatCount(split.heldOut)} held out. Units were lost or added on one side, so the difference may come from that: it counts as no better than before and after (grade D) until the reason is found.`}</Alert>
      )}
      <Arms benefit={benefit} holdOut={holdOut} />
      <Text size="sm">{surety(result, benefit)}</Text>
      <Text
        size="sm"
        c="dimmed"
      >{t`${ranFrom(holdOut)} ${holdOut.source}, revision ${holdOut.revision}, logged by ${holdOut.recordedBy}.`}</Text>
    </Stack>
  );
}

type Result = NonNullable<HoldOut["result"]>;

/** Which part did better, or that chance alone could explain it; the finding, not the method. */
function headline({ difference, interval, split }: Result, { kpi }: Benefit): string {
  if (!split.asPlanned) return t`Tested, but the two parts cannot be compared yet`;
  if (interval.low <= 0 && interval.high >= 0) return t`Tested: with AI and without may be the same`;
  const isBetter = difference > 0 === (kpi.direction === "higher");
  return isBetter
    ? t`Tested: with AI it went better than in the part held out`
    : t`Tested: with AI it went worse than in the part held out`;
}

function Arms({ benefit: { kpi, currency }, holdOut }: { benefit: Benefit; holdOut: HoldOut }) {
  const { treated, heldOut, kind, result } = holdOut;
  const rows = [
    { name: t`With AI`, arm: treated, ratio: result?.treated },
    { name: t`Held out`, arm: heldOut, ratio: result?.heldOut },
  ];
  const sum = (text: string) => formatCount(Number(text));
  return (
    <ScrollRegion label={t`Numbers of the two parts`}>
      <Table fz="sm" verticalSpacing={4} className="tabular" w="auto" miw={420}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`Part`}</Table.Th>
            <Table.Th ta="right">
              {kind === "ratio" ? holdOut.unitOfRandomisation : kpi.denominator.counts}
            </Table.Th>
            <Table.Th ta="right">{kpi.numerator.counts}</Table.Th>
            {kind === "ratio" && <Table.Th ta="right">{kpi.denominator.counts}</Table.Th>}
            <Table.Th ta="right">{kpi.name}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, arm, ratio }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={500}>
                {name}
              </Table.Th>
              <Table.Td ta="right">{formatCount(arm.units)}</Table.Td>
              <Table.Td ta="right">{sum(arm.sum)}</Table.Td>
              {kind === "ratio" && <Table.Td ta="right">{sum(arm.denominator ?? "0")}</Table.Td>}
              <Table.Td ta="right">
                {ratio === undefined ? "–" : formatKpi(ratio, kpi.display, currency)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

/** "+7.66 points, likely 7.22 to 8.1; 18.3% …" with the chance in words and the p-value for who asks for it. */
function surety(
  { difference, interval, relative, chanceToWin, pValue, method }: Result,
  { kpi, currency }: Benefit,
) {
  const shown = (value: number) =>
    formatKpiDifference(value, kpi.display, { locale: readerLocale, currency }).replace("-", "−");
  const change =
    relative === null
      ? shown(difference)
      : `${shown(difference)} (${relative.value < 0 ? "−" : "+"}${formatPercent(Math.abs(relative.value), { digits: 1 })})`;
  const sure = chance(chanceToWin);
  const p = pValue < 0.001 ? "p < 0.001" : `p = ${formatCount(pValue, { digits: 3 })}`;
  const found = t`Difference ${change}, likely ${shown(interval.low)} to ${shown(interval.high)}. The chance that it is better with AI is ${sure} (${p}).`;
  return method === "confidence-sequence" ? `${found} ${t`The range holds however often one looks.`}` : found;
}

function ranFrom(holdOut: HoldOut): string {
  const { startedOn, endedOn, unitOfRandomisation, treatedShare, treatedShareDuring } = holdOut;
  const start = formatDate(startedOn);
  const ran = endedOn === undefined ? t`${start} and still running` : t`${start} to ${formatDate(endedOn)}`;
  const during = formatPercent(Number(treatedShareDuring));
  const outside = formatPercent(Number(treatedShare));
  return t`Drawn by lot: each ${unitOfRandomisation}, ${ran}. Of the whole volume ${during} had it during the test, and ${outside} outside it.`;
}
