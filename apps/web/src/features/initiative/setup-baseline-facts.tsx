import { Alert, List, Text } from "@mantine/core";
import type { Baseline } from "@liftledger/contracts/initiative";
import type { Series } from "@liftledger/contracts/series";
import { formatInstant, formatPeriod } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { ControlFacts } from "../baseline/control-facts.tsx";
import { countPeriods } from "../../components/period-words.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

/** What a design does beside keeping the level; what it is compared with stands below. */
function designWords({ design, controls }: Baseline): string[] {
  if (design === "fourier") return [t`with the season`];
  return design === "composed" && controls.every(({ use }) => use === "left-out") ? [t`with a trend`] : [];
}

/** What a baseline stands on, why it is of its kind, and what was corrected under it since. */
export function SetupBaselineFacts({ baseline, series }: { baseline: Baseline; series: Series }) {
  const { preFrom, preTo, prePeriods, correctedSince } = baseline;
  const period = (text: string) => formatPeriod(text, readerLocale);
  const many = 8;
  const corrected = correctedSince.slice(0, many).map(period).join("; ");
  const counted = countPeriods(prePeriods, series.periodType);
  const start = period(baseline.interventionStart);
  const stands = [
    preFrom === null || preTo === null
      ? t`${counted} before ${start}`
      : t`${counted} before ${start} (${period(preFrom)} to ${period(preTo)})`,
    ...designWords(baseline),
  ];
  return (
    <div>
      <Text size="sm">{stands.join(", ")}.</Text>
      {baseline.reasons.length > 0 && (
        <List size="sm" c="dimmed">
          {baseline.reasons.map((reason) => (
            <List.Item key={reason}>{formatSentence(reason)}</List.Item>
          ))}
        </List>
      )}
      <ControlFacts baseline={baseline} />
      <Text size="sm" c="dimmed">
        {lifeOf(baseline).join(", ")}.
      </Text>
      {correctedSince.length > 0 && (
        <Alert variant="default" mt="xs" title={t`Numbers under it were corrected since`}>
          <Text size="sm">
            {correctedSince.length > many
              ? t`${corrected} and ${correctedSince.length - many} more`
              : corrected}
            .{" "}
            {t`The baseline still stands on the numbers as they were; unfreeze it, or draft another, to take the corrections in.`}
          </Text>
        </Alert>
      )}
    </div>
  );
}

function lifeOf({ frozenAt, frozenBy, draftedBy, draftedAt, redraftOf, digest }: Baseline): string[] {
  if (frozenAt === null)
    return [
      t`Drafted ${formatInstant(draftedAt, readerLocale)} by ${draftedBy}`,
      ...(redraftOf === null ? [] : [t`when the one before it was unfrozen`]),
    ];
  const when = formatInstant(frozenAt, readerLocale);
  return [
    frozenBy === null ? t`Frozen ${when}` : t`Frozen ${when} by ${frozenBy}`,
    t`drafted by ${draftedBy}`,
    ...(digest === null ? [] : [t`digest ${digest.slice(0, 12)}`]),
  ];
}
