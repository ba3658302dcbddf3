import type { Webhook } from "@liftledger/contracts/webhook";
import { Button, Card, Group, Modal, Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CopiedOnce } from "../../components/copied-once.tsx";
import { FailedQuery } from "../../components/failed-query.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { webhooksQuery } from "../alerts/queries.ts";
import { TestResult, useTest } from "./test-result.tsx";
import { WebhookDialog } from "./webhook-dialog.tsx";
import { aboutWords, formatWords } from "./webhook-words.ts";
import { t } from "../../words.ts";

/** The addresses that are told, each with a test. */
export function WebhooksCard() {
  const query = useQuery(webhooksQuery(useOrganisationId()));
  const [edited, setEdited] = useState<Webhook | "new" | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const rows = query.data?.rows;
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" mb="sm">
        <Title order={2} fz="lg">{t`Webhooks`}</Title>
        <Button
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setEdited("new")}
        >{t`Add a webhook`}</Button>
      </Group>
      {query.isError && (
        <FailedQuery
          what={t`The webhooks could not be loaded.`}
          error={query.error}
          onRetry={() => void query.refetch()}
          showsOlderData={rows !== undefined}
        />
      )}
      {query.isPending && <Skeleton height={120} radius="md" />}
      {rows?.length === 0 && (
        <Text
          size="sm"
          c="dimmed"
        >{t`There is none yet. Add the address of a channel in Slack or Teams, or of a program of your own.`}</Text>
      )}
      {rows !== undefined && rows.length > 0 && <HookTable hooks={rows} onEdit={setEdited} />}
      {edited !== null && (
        <WebhookDialog
          hook={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
          onMade={setSecret}
        />
      )}
      {secret !== null && (
        <Modal
          opened
          onClose={() => setSecret(null)}
          title={t`The secret of the webhook`}
          closeButtonProps={{ "aria-label": t`Close` }}
        >
          <Stack gap="sm">
            <Text size="sm">{t`Copy it now: it is not shown again. The receiver checks with it that a call is ours.`}</Text>
            <CopiedOnce label={t`Secret`} text={secret} />
          </Stack>
        </Modal>
      )}
    </Card>
  );
}

function HookTable({ hooks, onEdit }: { hooks: readonly Webhook[]; onEdit: (hook: Webhook) => void }) {
  return (
    <Table verticalSpacing="sm" className="stacks-on-phone">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t`Name`}</Table.Th>
          <Table.Th>{t`Form`}</Table.Th>
          <Table.Th>{t`Told of`}</Table.Th>
          <Table.Th>
            <span className="visually-hidden">{t`What can be done`}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {hooks.map((hook) => (
          <HookRow key={hook.hookId} hook={hook} onEdit={() => onEdit(hook)} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function HookRow({ hook, onEdit }: { hook: Webhook; onEdit: () => void }) {
  const { hookId, name } = hook;
  const test = useTest();
  const remove = useWrite((client, params: { hookId: string }, idempotencyKey) =>
    client.call("removeWebhook", { params, idempotencyKey }),
  );
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600}>
        {name}
        <Text size="sm" c="dimmed" fw={400}>
          {hostOf(hook.address)}
        </Text>
        <TestResult test={test} />
        {remove.error !== null && <ProblemAlert what={t`It was not removed.`} error={remove.error} />}
      </Table.Th>
      <Table.Td data-label={t`Form`}>{formatWords[hook.format]}</Table.Td>
      <Table.Td data-label={t`Told of`}>{hook.about.map((about) => aboutWords[about]).join(", ")}</Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end">
          <Button
            size="xs"
            variant="default"
            loading={test.pending}
            aria-label={t`Send a test to ${name}`}
            onClick={() => test.send({ channel: "webhook", hookId })}
          >{t`Send a test`}</Button>
          <Button
            size="xs"
            variant="default"
            aria-label={t`Change ${name}`}
            onClick={onEdit}
          >{t`Change`}</Button>
          <Button
            size="xs"
            variant="default"
            loading={remove.pending}
            aria-label={t`Remove ${name}`}
            onClick={() => remove.send({ hookId })}
          >{t`Remove`}</Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

/** The rest of an address may hold a key. */
function hostOf(address: string): string {
  return URL.parse(address)?.host ?? "";
}
