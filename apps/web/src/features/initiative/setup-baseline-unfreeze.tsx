import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import type { Baseline } from "@liftledger/contracts/initiative";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useWrite } from "../../use-write.ts";
import { t } from "../../words.ts";
import { ClosedMonthsNote } from "../periods/closed-months-note.tsx";
import { ClosedRefusal } from "../periods/closed-refusal.tsx";
import { unfreezeDraft } from "./unfreeze-draft.ts";

export interface UnfreezeBaselineProps {
  baseline: Baseline;
  /** The series, as people call it. */
  name: string;
  onCancel: () => void;
}

const shortestReason = 3;

/** Asks why a baseline is unfrozen, says what that does, and takes it back to a draft. */
export function UnfreezeBaseline({ baseline, name, onCancel }: UnfreezeBaselineProps) {
  const draft = useDraft(unfreezeDraft(baseline), "");
  const [asked, setAsked] = useState(false);
  const { baselineId, version } = baseline;
  const unfreeze = useWrite<string, Baseline>(
    (client, why, idempotencyKey) =>
      client.call("unfreezeBaseline", {
        params: { baselineId },
        body: { version, reason: why },
        idempotencyKey,
      }),
    () => draft.clear(),
  );
  const given = draft.value.trim();
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
          {t`What stands on it is drafted anew from the numbers as they are now, and does not count until somebody else has frozen the draft. Reports as of an earlier day still come out as they did.`}
        </Text>
        <ClosedMonthsNote months={baseline.closedMonths} />
        {unfreeze.error !== null && (
          <ClosedRefusal what={t`The baseline stayed frozen.`} error={unfreeze.error} />
        )}
        <TextInput
          label={t`Why is the baseline of ${name} unfrozen?`}
          value={draft.value}
          maxLength={400}
          error={asked && isTooShort ? t`Say why, in a few words` : undefined}
          onChange={(event) => draft.set(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button
            type="submit"
            size="xs"
            color="red"
            loading={unfreeze.pending}
          >{t`Unfreeze the baseline`}</Button>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              draft.clear();
              onCancel();
            }}
          >{t`Leave it frozen`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}
