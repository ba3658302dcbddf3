import type { AlertSettings } from "@liftledger/contracts/alert-settings";
import { Button, Card, Group, Text, Title } from "@mantine/core";
import { TestResult, useTest } from "./test-result.tsx";
import { t } from "../../words.ts";

/** Whether the server can mail, and a test to oneself. */
export function MailCard({ settings: { mailFrom } }: { settings: AlertSettings }) {
  const test = useTest();
  return (
    <Card withBorder padding="md">
      <Title order={2} fz="lg" mb="sm">{t`Mail`}</Title>
      {mailFrom === null ? (
        <Text size="sm">{t`No mail server is set up. Whoever runs the server sets LIFTLEDGER_SMTP_URL and LIFTLEDGER_MAIL_FROM.`}</Text>
      ) : (
        <>
          <Text size="sm" mb="sm">{t`Mails come from ${mailFrom}.`}</Text>
          <Group gap="sm">
            <Button
              variant="default"
              loading={test.pending}
              onClick={() => test.send({ channel: "mail" })}
            >{t`Send me a test`}</Button>
          </Group>
          <TestResult test={test} />
        </>
      )}
    </Card>
  );
}
