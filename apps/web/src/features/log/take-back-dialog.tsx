import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import type { LogSheet } from "@liftledger/contracts/series";
import type { RetractedSnapshots } from "@liftledger/contracts/snapshot-retraction";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useWrite } from "../../use-write.ts";
import type { LogRow } from "./log-entries.ts";
import { periodTitle } from "./period-title.ts";
import { pairText } from "./row-words.ts";

export interface TakeBackDialogProps {
  period: LogSheet["period"];
  row: LogRow;
  onClose: () => void;
}

/** Takes a logged number back, with the reason: the period has no value then, and its history keeps the number. */
export function TakeBackDialog({ period, row, onClose }: TakeBackDialogProps) {
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const { current } = row;
  const write = useWrite<string, RetractedSnapshots>((client, why, idempotencyKey) => {
    const snapshots = [{ seriesId: row.seriesId, period, revision: current?.revision ?? 0 }];
    return client.call("retractSnapshots", { body: { snapshots, reason: why }, idempotencyKey });
  }, onClose);
  const own = asked && reason.trim() === "" ? "Say why" : undefined;
  const submit = () => {
    setAsked(true);
    if (reason.trim() !== "") write.send(reason.trim());
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Take back ${row.kpiName}, ${row.scope}`}
      closeButtonProps={{ "aria-label": "Close" }}
      centered
    >
      <Form onSend={submit}>
        <Stack gap="md">
          <Text size="sm">
            Then {periodTitle(period, readerLocale)} has no value, as if it had not been logged. What was
            reported before keeps {current === null ? "it" : pairText(row, current, readerLocale)}.
          </Text>
          <TextInput
            label="Why"
            data-autofocus
            maxLength={500}
            value={reason}
            error={own ?? fieldProblems(write.error)["reason"]}
            onChange={({ currentTarget }) => {
              if (write.error !== null) write.reset();
              setReason(currentTarget.value);
            }}
          />
          {write.error !== null && <ProblemAlert what="It was not taken back." error={write.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={write.pending}>
              Take back
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
