import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import type { SourceOfRecordSet } from "@liftledger/contracts/source-of-record";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { formatPeriod } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useWrite } from "../../use-write.ts";
import type { ComparedSeries } from "./compared-series.ts";

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
      title={`Whose numbers count in ${series.name}?`}
      closeButtonProps={{ "aria-label": "Close this dialog" }}
    >
      {write.result === undefined ? (
        <Form onSend={() => write.send(source)}>
          <Stack gap="md">
            <Radio.Group label="The source of record" value={source} onChange={setSource}>
              <Stack gap="xs" mt="xs">
                {series.sources.map((one) => (
                  <Radio key={one} value={one} label={one} />
                ))}
              </Stack>
            </Radio.Group>
            <Text size="sm">
              Its numbers count wherever it has any, as new revisions; those of the others stand beside them.
              A closed month keeps what it was closed with.
            </Text>
            {write.error !== null && <ProblemAlert what="Nothing was changed." error={write.error} />}
            <Group gap="sm">
              <Button type="submit" loading={write.pending}>
                Let its numbers count
              </Button>
              <Button variant="default" onClick={onClose}>
                Leave it as it is
              </Button>
            </Group>
          </Stack>
        </Form>
      ) : (
        <Stack gap="md">
          <Text role="status">{resultText(write.result)}</Text>
          <div>
            <Button onClick={onClose}>Done</Button>
          </div>
        </Stack>
      )}
    </Modal>
  );
}

function resultText({ series, taken, closed }: SourceOfRecordSet): string {
  const periods = `${taken.length} ${taken.length === 1 ? "period" : "periods"}`;
  const now = `${series.sourceOfRecord ?? "Whoever came first"} counts from now on; ${periods} changed.`;
  if (closed.length === 0) return now;
  const names = closed.slice(0, 4).map((period) => formatPeriod(period, readerLocale));
  const more = closed.length > names.length ? ` and ${closed.length - names.length} more` : "";
  return `${now} Left as they are, their month being closed: ${names.join(", ")}${more}.`;
}
