import { Button, Group, Stack, Text } from "@mantine/core";
import type { HoldOut, NewHoldOut } from "@liftledger/contracts/hold-out";
import type { Kpi } from "@liftledger/contracts/kpi";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useDraft } from "../../components/use-draft.ts";
import { useOpenedWith } from "../../components/use-opened-with.ts";
import { useAskAnew } from "../../use-ask-anew.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { draftOfHoldOut, firstHoldOut, readHoldOut, type HoldOutDraft } from "./hold-out-draft.ts";
import { HoldOutFields } from "./hold-out-fields.tsx";
import { t } from "../../words.ts";

export interface HoldOutFormProps {
  benefitId: string;
  kpi: Kpi;
  /** The one that is logged anew; undefined for the first. */
  holdOut: HoldOut | undefined;
  onDone: () => void;
}

/** Logs a randomised hold-out, or logs it anew: the sums of its two arms. */
export function HoldOutForm({ benefitId, kpi, holdOut, onDone }: HoldOutFormProps) {
  const form = useHoldOutForm({ benefitId, holdOut, onDone });
  return (
    <Form onSend={form.submit}>
      <Stack gap="md">
        {holdOut !== undefined && (
          <Text size="sm">{t`Saving makes revision ${holdOut.version + 1}; the older stay readable, and reports as of an earlier day keep them.`}</Text>
        )}
        <HoldOutFields draft={form.draft} kpi={kpi} problems={form.problems} onChange={form.change} />
        {form.save.error !== null && (
          <ProblemAlert what={t`The hold-out was not saved.`} error={form.save.error} />
        )}
        <Group gap="sm">
          <Button type="submit" loading={form.save.pending}>
            {holdOut === undefined ? t`Log the hold-out` : t`Save the hold-out`}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              form.discard();
              onDone();
            }}
          >{t`Cancel`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

function useHoldOutForm({ benefitId, holdOut: known, onDone }: Omit<HoldOutFormProps, "kpi">) {
  const holdOut = useOpenedWith(known);
  const [first] = useState(() =>
    holdOut === undefined ? firstHoldOut : draftOfHoldOut(holdOut, readerLocale),
  );
  const key = holdOut === undefined ? benefitId : `${holdOut.holdOutId}:${holdOut.version}`;
  const draft = useDraft<HoldOutDraft>(`hold-out:${useOrganisationId()}:${key}`, first);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const save = useWrite<NewHoldOut, HoldOut>(
    (client, terms, idempotencyKey) => {
      if (holdOut === undefined)
        return client.call("addHoldOut", { params: { benefitId }, body: terms, idempotencyKey });
      const { holdOutId, version } = holdOut;
      return client.call("changeHoldOut", {
        params: { holdOutId },
        body: { version, ...terms },
        idempotencyKey,
      });
    },
    () => {
      draft.clear(first);
      onDone();
    },
  );
  useAskAnew(save.error);
  return {
    draft: draft.value,
    save,
    problems: { ...fieldProblems(save.error), ...wrong } as Record<string, string>,
    change(next: Partial<HoldOutDraft>) {
      setWrong({});
      if (save.error !== null) save.reset();
      draft.set({ ...draft.value, ...next });
    },
    submit() {
      const read = readHoldOut(draft.value, readerLocale);
      if (read.kind === "wrong") setWrong(read.problems);
      else save.send(read.holdOut);
    },
    discard: () => draft.clear(first),
  };
}
