import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import type { SourceOfRecordSet } from "@liftledger/contracts/source-of-record";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { formatPeriods } from "../../components/format-periods.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useWrite } from "../../use-write.ts";
import type { ComparedSeries } from "./compared-series.ts";
import { form, plural, t } from "../../words.ts";

/** Names the source whose numbers count in a series, and says what that did. */
export function SourceDialog({ series, onClose }: { series: ComparedSeries; onClose: () => void }) {
  const [source, setSource] = useState(
    series.periods.find(({ counted }) => counted !== null)?.counted?.source ?? "",
  );
  const write = useWrite<string, SourceOfRecordSet>((client, chosen, idempotencyKey) =>
    client.call("setSourceOfRecord", {
      params: { seriesId: series.seriesId },
      body: { version: series.version, source: chosen },
      idempotencyKey,
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Whose numbers count in ${series.name}?`}
      closeButtonProps={{ "aria-label": t`Close this dialog` }}
    >
      {write.result === undefined ? (
        <Form onSend={() => write.send(source)}>
          <Stack gap="md">
            <Radio.Group label={t`The source of record`} value={source} onChange={setSource}>
              <Stack gap="xs" mt="xs">
                {series.sources.map((one) => (
                  <Radio key={one} value={one} label={one} />
                ))}
              </Stack>
            </Radio.Group>
            <Text size="sm">{t`Its numbers count wherever it has any, as new revisions; those of the others stand beside them. A closed month keeps what it was closed with.`}</Text>
            {write.error !== null && <ProblemAlert what={t`Nothing was changed.`} error={write.error} />}
            <Group gap="sm">
              <Button type="submit" loading={write.pending}>{t`Let its numbers count`}</Button>
              <Button variant="default" onClick={onClose}>{t`Leave it as it is`}</Button>
            </Group>
          </Stack>
        </Form>
      ) : (
        <Stack gap="md">
          <Text role="status">{resultText(write.result)}</Text>
          <div>
            <Button onClick={onClose}>{t`Done`}</Button>
          </div>
        </Stack>
      )}
    </Modal>
  );
}

function resultText({ series, taken, closed }: SourceOfRecordSet): string {
  const { length } = taken;
  const source = series.sourceOfRecord ?? t`Whoever came first`;
  const now = plural(
    length,
    form`${source} counts from now on; ${length} period changed.`,
    form`${source} counts from now on; ${length} periods changed.`,
  );
  if (closed.length === 0) return now;
  const most = 4;
  const names = formatPeriods(closed.slice(0, most)).join(", ");
  const left = closed.length > most ? t`${names} and ${closed.length - most} more` : names;
  return `${now} ${t`Left as they are, their month being closed: ${left}.`}`;
}
