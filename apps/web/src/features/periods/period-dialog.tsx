import { Button, Group, List, Modal, Stack, Text, Textarea } from "@mantine/core";
import type { Period } from "@liftledger/contracts/period-close";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { formatPeriod } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useWrite } from "../../use-write.ts";
import { missingList } from "./missing-words.ts";
import { t } from "../../words.ts";

const mostNamed = 8;
const shortestReason = 3;

/** Asks before a month is closed, with what it lacks; and for the reason before one is reopened. */
export function PeriodDialog({ period, onClose }: { period: Period; onClose: () => void }) {
  const name = formatPeriod(period.month, readerLocale);
  const closed = period.status === "closed";
  return (
    <Modal
      opened
      onClose={onClose}
      title={closed ? t`Reopen ${name}` : t`Close ${name}`}
      closeButtonProps={{ "aria-label": t`Close this dialog` }}
    >
      {closed ? (
        <ReopenForm period={period} onDone={onClose} />
      ) : (
        <CloseForm period={period} onDone={onClose} />
      )}
    </Modal>
  );
}

interface FormProps {
  period: Period;
  onDone: () => void;
}

function CloseForm({ period, onDone }: FormProps) {
  const { month } = period;
  const close = useWrite<string, Period>(
    (client, chosen, idempotencyKey) =>
      client.call("closePeriod", { params: { month: chosen }, idempotencyKey }),
    onDone,
  );
  const missing = missingList(period, readerLocale);
  return (
    <Form onSend={() => close.send(month)}>
      <Stack gap="md">
        {missing.length === 0 ? (
          <Text size="sm">{t`Everything that is measured here is logged, and every initiative has its cost.`}</Text>
        ) : (
          <div>
            <Text size="sm">{t`This is not there yet, and could not be added afterwards:`}</Text>
            <List size="sm" mt="xs">
              {missing.slice(0, mostNamed).map((one) => (
                <List.Item key={one}>{one}</List.Item>
              ))}
            </List>
            {missing.length > mostNamed && (
              <Text size="sm" mt="xs">{t`and ${missing.length - mostNamed} more`}</Text>
            )}
          </div>
        )}
        {close.error !== null && <ProblemAlert what={t`The month stayed open.`} error={close.error} />}
        <Group gap="sm">
          <Button type="submit" loading={close.pending}>
            {missing.length === 0 ? t`Close the month` : t`Close it all the same`}
          </Button>
          <Button variant="default" onClick={onDone}>{t`Leave it open`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

function ReopenForm({ period: { month }, onDone }: FormProps) {
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const reopen = useWrite<{ month: string; reason: string }, Period>(
    (client, { month: chosen, reason: why }, idempotencyKey) =>
      client.call("reopenPeriod", { params: { month: chosen }, body: { reason: why }, idempotencyKey }),
    onDone,
  );
  const given = reason.trim().length >= shortestReason;
  return (
    <Form
      onSend={() => {
        setAsked(true);
        if (given) reopen.send({ month, reason: reason.trim() });
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t`The figures of the close are kept. When the month is closed again, they stand beside the new ones.`}</Text>
        <Textarea
          label={t`Why is it reopened?`}
          autosize
          minRows={2}
          maxLength={400}
          value={reason}
          error={asked && !given ? t`Say why, in a few words` : undefined}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {reopen.error !== null && <ProblemAlert what={t`The month stayed closed.`} error={reopen.error} />}
        <Group gap="sm">
          <Button type="submit" loading={reopen.pending}>{t`Reopen the month`}</Button>
          <Button variant="default" onClick={onDone}>{t`Leave it closed`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}
