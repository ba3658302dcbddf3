import { List, Paper, Stack, Table, Text, Title } from "@mantine/core";
import type { BaselinePreview } from "@liftledger/contracts/baseline-preview";
import type { BenefitEvaluation } from "@liftledger/contracts/evaluation";
import { formatPeriod } from "../../components/format-date.ts";
import { formatKpi } from "../../components/format-kpi.ts";
import { formatInUnit, formatPercent } from "../../components/format-number.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { evidenceSentences, evidenceWords } from "../verdict/verdict-look.ts";
import { countPeriods } from "../../components/period-words.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

/** What the benefit comes to as it stands and with the baseline that is tried, side by side. */
export function BaselineComparison({ preview }: { preview: BaselinePreview }) {
  const { present, proposed } = preview;
  const rows: [string, string, string][] = [
    [t`Stands on`, standsOn(present), window(preview, proposed)],
    ...(present.controls.length + proposed.controls.length === 0
      ? []
      : [[t`Compared with`, compared(present), compared(proposed)] satisfies [string, string, string]]),
    [t`Measured`, ratio(present, "actualRatio"), ratio(proposed, "actualRatio")],
    [t`Expected without AI`, ratio(present, "expectedRatio"), ratio(proposed, "expectedRatio")],
    [t`Difference`, difference(present), difference(proposed)],
    [t`Likely`, likely(present), likely(proposed)],
    [t`Value measured`, value(present), value(proposed)],
    [t`How it is known`, grade(present), grade(proposed)],
  ];
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="beside">
      <Title order={2} fz="lg" mb="xs" id="beside">{t`Beside the one it has`}</Title>
      <ScrollRegion label={t`The present baseline and this one`}>
        <Table verticalSpacing={6} className="tabular">
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              <Table.Th>{t`Now`}</Table.Th>
              <Table.Th>{t`With this one`}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([what, now, then]) => (
              <Table.Tr key={what}>
                <Table.Th scope="row" fw={400} c="dimmed">
                  {what}
                </Table.Th>
                <Table.Td>{now}</Table.Td>
                <Table.Td fw={then === now ? 400 : 600}>{then}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </Paper>
  );
}

/** How the difference would be known, why the method is what it is, and what would make it better. */
export function BaselineEvidence({ preview }: { preview: BaselinePreview }) {
  const { proposed, reasons, placebo, toRaise } = preview;
  const { grade: letter, gradeReasons } = proposed;
  const title =
    letter === null
      ? t`Nothing to grade yet`
      : t`It would be known by “${evidenceWords[letter]}” (grade ${letter})`;
  const own = gradeReasons.filter((reason) => !reasons.includes(reason));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="known">
      <Title order={2} fz="lg" id="known">
        {title}
      </Title>
      <Stack gap="xs" mt={6}>
        {letter !== null && <Text size="sm">{evidenceSentences[letter]}</Text>}
        <List size="sm" spacing={4}>
          {[...reasons, ...own].map((reason) => (
            <List.Item key={reason}>{formatSentence(reason)}</List.Item>
          ))}
        </List>
        {placebo !== null && (
          <div>
            <Text size="sm" fw={600}>{t`Check on times when nothing happened`}</Text>
            <Text size="sm">{placebo}</Text>
          </div>
        )}
        {toRaise.length > 0 && (
          <div>
            <Text size="sm" fw={600}>{t`What would make it better known`}</Text>
            <List size="sm" spacing={4}>
              {toRaise.map((step) => (
                <List.Item key={step}>{step}</List.Item>
              ))}
            </List>
          </div>
        )}
      </Stack>
    </Paper>
  );
}

function standsOn({ baseline, kpi, holdOut }: BenefitEvaluation): string {
  if (holdOut !== null) return t`the part held out`;
  if (baseline === null) return t`no baseline yet`;
  return spanText(baseline.prePeriods, kpi.frequency, baseline.preFrom, baseline.preTo);
}

function compared({ controls }: BenefitEvaluation): string {
  return controls.length === 0 ? t`its own past alone` : controls.map(({ name }) => name).join("; ");
}

function window({ prePeriods, preFrom, preTo }: BaselinePreview, { kpi }: BenefitEvaluation): string {
  return prePeriods === 0
    ? kpi.frequency === "week"
      ? t`no week before the start`
      : t`no month before the start`
    : spanText(prePeriods, kpi.frequency, preFrom, preTo);
}

function spanText(count: number, kind: "week" | "month", from: string | null, to: string | null): string {
  const words = countPeriods(count, kind);
  return from === null || to === null ? words : t`${words}, ${formatPeriod(from)} to ${formatPeriod(to)}`;
}

function ratio(benefit: BenefitEvaluation, which: "actualRatio" | "expectedRatio"): string {
  const found = benefit[which];
  return found === null ? "–" : formatKpi(found, benefit.kpi.display, benefit.currency);
}

function difference({ relativeLift }: BenefitEvaluation): string {
  if (relativeLift === null) return "–";
  const size = formatPercent(Math.abs(relativeLift), { digits: 1 });
  return relativeLift < 0 ? t`${size} worse` : t`${size} better`;
}

function likely({ incrementalUnits, kpi, currency }: BenefitEvaluation): string {
  const interval = incrementalUnits?.interval ?? null;
  if (interval === null) return t`no likely range yet`;
  const { counts, measure } = kpi.numerator;
  const isMoney = measure === "spend" || measure === "revenue";
  const unit = isMoney && currency !== null ? currency : "count";
  const write = (size: number) => formatInUnit(size, unit, { digits: 0 });
  // What is gained is more of what should rise and less of what should fall.
  const [least, most] =
    kpi.direction === "higher" ? [interval.low, interval.high] : [-interval.high, -interval.low];
  if (least >= 0) return t`${write(least)} to ${write(most)} more ${counts}`;
  if (most <= 0)
    return isMoney
      ? t`${write(-most)} to ${write(-least)} less ${counts}`
      : t`${write(-most)} to ${write(-least)} fewer ${counts}`;
  return isMoney
    ? t`from ${write(-least)} less to ${write(most)} more ${counts}`
    : t`from ${write(-least)} fewer to ${write(most)} more ${counts}`;
}

function value({ measuredValue }: BenefitEvaluation): string {
  if (measuredValue === null || measuredValue.value === null) return t`not valued yet`;
  return formatInUnit(Number(measuredValue.value), measuredValue.unit);
}

function grade({ grade: letter }: BenefitEvaluation): string {
  return letter === null ? t`not graded yet` : `${evidenceWords[letter]} (${letter})`;
}
