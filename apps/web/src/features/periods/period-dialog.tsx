import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import type { Period } from "@liftledger/contracts/period-close";
import { useQuery } from "@tanstack/react-query";
import { Form } from "../../components/form.tsx";
import { formatPeriod } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { missingList } from "./missing-words.ts";
import { NotValuedList } from "./not-valued-list.tsx";
import { closePreviewQuery } from "./queries.ts";
import { ReopenForm } from "./reopen-form.tsx";
import { t } from "../../words.ts";

const mostNamed = 8;

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
        <ReopenOne period={period} onDone={onClose} />
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
  const notValued = useQuery(closePreviewQuery(useOrganisationId(), month)).data?.notValued ?? [];
  const isWhole = missing.length === 0 && notValued.length === 0;
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
        <NotValuedList month={month} />
        {close.error !== null && <ProblemAlert what={t`The month stayed open.`} error={close.error} />}
        <Group gap="sm">
          <Button type="submit" loading={close.pending}>
            {isWhole ? t`Close the month` : t`Close it all the same`}
          </Button>
          <Button variant="default" onClick={onDone}>{t`Leave it open`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

function ReopenOne({ period: { month }, onDone }: FormProps) {
  return (
    <ReopenForm
      draftKey={`reopen:${useOrganisationId()}:${month}`}
      label={t`Why is it reopened?`}
      action={t`Reopen the month`}
      failed={t`The month stayed closed.`}
      cancel={t`Leave it closed`}
      write={(client, reason, idempotencyKey) =>
        client.call("reopenPeriod", { params: { month }, body: { reason }, idempotencyKey })
      }
      onDone={onDone}
    />
  );
}
