import { Button, Group, Stack, TextInput } from "@mantine/core";
import type { Baseline, NewBaseline } from "@liftledger/contracts/initiative";
import type { Series } from "@liftledger/contracts/series";
import { isIsoDate } from "@liftledger/kpis/iso-date";
import { periodOf } from "@liftledger/kpis/period";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { formatPeriod } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useWrite } from "../../use-write.ts";
import { t } from "../../words.ts";

/** Drafts a baseline from a start; the answer says what the numbers before it allow. */
export function SetupBaselineDraft({ series, startedOn }: { series: Series; startedOn: string }) {
  const [start, setStart] = useState(startedOn);
  const [from, setFrom] = useState("");
  const draft = useWrite<NewBaseline, Baseline>((client, body, idempotencyKey) =>
    client.call("draftBaseline", { body, idempotencyKey }),
  );
  const problems = fieldProblems(draft.error);
  const period = isIsoDate(start) ? periodOf(start, series.periodType) : undefined;
  const since = isIsoDate(from) ? periodOf(from, series.periodType) : undefined;
  return (
    <Form
      onSend={() => {
        if (period === undefined) return;
        draft.send({
          seriesId: series.seriesId,
          interventionStart: period,
          ...(since === undefined ? {} : { from: since }),
        });
      }}
    >
      <Stack gap="sm">
        <Group gap="sm" align="flex-start">
          <TextInput
            label={t`It began on`}
            type="date"
            description={period === undefined ? t`Choose a day` : t`in ${formatPeriod(period, readerLocale)}`}
            value={start}
            error={problems["interventionStart"]}
            onChange={({ currentTarget }) => setStart(currentTarget.value)}
          />
          <TextInput
            label={t`Use numbers since (optional)`}
            type="date"
            description={since === undefined ? t`all there are before it` : formatPeriod(since, readerLocale)}
            value={from}
            error={problems["from"]}
            onChange={({ currentTarget }) => setFrom(currentTarget.value)}
          />
        </Group>
        {draft.error !== null && <ProblemAlert what={t`No baseline was drafted.`} error={draft.error} />}
        <div>
          <Button
            type="submit"
            variant="default"
            loading={draft.pending}
            disabled={period === undefined}
          >{t`Draft a baseline`}</Button>
        </div>
      </Stack>
    </Form>
  );
}
