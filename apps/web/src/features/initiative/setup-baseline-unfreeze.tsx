import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import type { Baseline } from "@liftledger/contracts/initiative";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { formatPeriod } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useWrite } from "../../use-write.ts";
import { t } from "../../words.ts";

export interface UnfreezeBaselineProps {
  baseline: Baseline;
  /** The series, as people call it. */
  name: string;
  onCancel: () => void;
}

const shortestReason = 3;

/** Asks why a baseline is unfrozen, says what that does, and takes it back to a draft. */
export function UnfreezeBaseline({ baseline, name, onCancel }: UnfreezeBaselineProps) {
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const { baselineId, version } = baseline;
  const unfreeze = useWrite<string, Baseline>((client, why, idempotencyKey) =>
    client.call("unfreezeBaseline", {
      params: { baselineId },
      body: { version, reason: why },
      idempotencyKey,
    }),
  );
  const given = reason.trim();
  const isTooShort = given.length < shortestReason;
  return (
    <Form
      onSend={() => {
        setAsked(true);
        if (!isTooShort) unfreeze.send(given);
      }}
    >
      <Stack gap="xs">
        <Text size="sm">
          {t`What stands on it is drafted anew from the numbers as they are now, and does not count until somebody else has frozen the draft. Reports as of an earlier day still come out as they did.`}{" "}
          {closedWords(baseline)}
        </Text>
        {unfreeze.error !== null && (
          <ProblemAlert what={t`The baseline stayed frozen.`} error={unfreeze.error} />
        )}
        <TextInput
          label={t`Why is the baseline of ${name} unfrozen?`}
          value={reason}
          maxLength={400}
          error={asked && isTooShort ? t`Say why, in a few words` : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button
            type="submit"
            size="xs"
            color="red"
            loading={unfreeze.pending}
          >{t`Unfreeze the baseline`}</Button>
          <Button variant="default" size="xs" onClick={onCancel}>{t`Leave it frozen`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

/** What it does to months that finance has signed. */
function closedWords({ closedMonths }: Baseline): string {
  const [first] = closedMonths;
  const last = closedMonths.at(-1);
  if (first === undefined || last === undefined) return "";
  const month = (text: string) => formatPeriod(text, readerLocale);
  return first === last
    ? t`Since its start ${month(first)} is closed: what was signed stays on record, and valued anew they will come out otherwise.`
    : t`Since its start ${closedMonths.length} months, ${month(first)} to ${month(last)}, are closed: what was signed stays on record, and valued anew they will come out otherwise.`;
}
