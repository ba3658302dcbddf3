import { Alert, List, Text } from "@mantine/core";
import type { Baseline } from "@liftledger/contracts/initiative";
import type { Series } from "@liftledger/contracts/series";
import { formatInstant, formatPeriod } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { ControlFacts } from "../baseline/control-facts.tsx";
import { countWords } from "../../components/count-words.ts";

const designWords = { flat: "", fourier: ", with the season", composed: ", with a trend or control series" };

/** What a baseline stands on, why it is of its kind, and what was corrected under it since. */
export function SetupBaselineFacts({ baseline, series }: { baseline: Baseline; series: Series }) {
  const { preFrom, preTo, prePeriods, frozenAt, frozenBy, correctedSince, draftedBy, draftedAt } = baseline;
  const period = (text: string) => formatPeriod(text, readerLocale);
  return (
    <div>
      <Text size="sm">
        {capitalised(baseline.rung)}: {countWords(prePeriods, series.periodType)} before{" "}
        {period(baseline.interventionStart)}
        {preFrom !== null && preTo !== null && `, ${period(preFrom)} to ${period(preTo)}`}
        {designWords[baseline.design]}.
      </Text>
      {baseline.reasons.length > 0 && (
        <List size="sm" c="dimmed">
          {baseline.reasons.map((reason) => (
            <List.Item key={reason}>{reason}</List.Item>
          ))}
        </List>
      )}
      <ControlFacts baseline={baseline} />
      {frozenAt === null ? (
        <Text size="sm" c="dimmed">
          Drafted {formatInstant(draftedAt, readerLocale)} by {draftedBy}
          {baseline.redraftOf === null ? "" : ", when the one before it was unfrozen"}.
        </Text>
      ) : (
        <Text size="sm" c="dimmed">
          Frozen {formatInstant(frozenAt, readerLocale)}
          {frozenBy === null ? "" : ` by ${frozenBy}`}, drafted by {draftedBy}
          {baseline.digest === null ? "" : `, digest ${baseline.digest.slice(0, 12)}`}.
        </Text>
      )}
      {correctedSince.length > 0 && (
        <Alert variant="default" mt="xs" title="Numbers under it were corrected since">
          <Text size="sm">
            {correctedSince.slice(0, 8).map(period).join("; ")}
            {correctedSince.length > 8 ? ` and ${correctedSince.length - 8} more` : ""}. The baseline still
            stands on the numbers as they were; unfreeze it, or draft another, to take the corrections in.
          </Text>
        </Alert>
      )}
    </div>
  );
}

function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
