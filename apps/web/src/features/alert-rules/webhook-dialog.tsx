import type { NewWebhook, Webhook } from "@liftledger/contracts/webhook";
import { Button, Checkbox, Group, Modal, NativeSelect, Stack, TextInput } from "@mantine/core";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOpenedWith } from "../../components/use-opened-with.ts";
import { useAskAnew } from "../../use-ask-anew.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { aboutWords, formatWords } from "./webhook-words.ts";
import { t } from "../../words.ts";

type About = NewWebhook["about"][number];
const everything = Object.keys(aboutWords) as About[];
const formats = Object.keys(formatWords) as NewWebhook["format"][];

/** Adds a webhook, or changes one; the secret of a new one is handed on to be shown once. */
export function WebhookDialog({
  hook: current,
  onClose,
  onMade,
}: {
  hook: Webhook | null;
  onClose: () => void;
  onMade: (secret: string) => void;
}) {
  const organisationId = useOrganisationId();
  const hook = useOpenedWith(current ?? undefined) ?? null;
  const known: NewWebhook =
    hook === null
      ? { name: "", address: "", format: "json", about: ["alerts"] }
      : { name: hook.name, address: hook.address, format: hook.format, about: hook.about };
  const { value, set, clear } = useDraft<NewWebhook>(
    `webhook:${organisationId}:${hook?.hookId ?? "new"}`,
    known,
  );
  const save = useWrite(
    async (client, body: NewWebhook, idempotencyKey) => {
      if (hook === null) return (await client.call("createWebhook", { body })).secret;
      const { hookId, version } = hook;
      await client.call("changeWebhook", { params: { hookId }, body: { ...body, version }, idempotencyKey });
      return null;
    },
    (secret) => {
      clear();
      onClose();
      if (secret !== null) onMade(secret);
    },
  );
  useAskAnew(save.error);
  const faults = fieldProblems(save.error);
  const change = (next: Partial<NewWebhook>) => set((before) => ({ ...before, ...next }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={hook === null ? t`Add a webhook` : t`Change the webhook`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Form onSend={() => save.send(value)}>
        <Stack gap="sm">
          <TextInput
            label={t`Name`}
            maxLength={60}
            value={value.name}
            error={faults["name"]}
            onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          />
          <TextInput
            label={t`Address`}
            description={t`A public https address. Whoever knows it may write there: treat it as a secret`}
            value={value.address}
            error={faults["address"]}
            onChange={({ currentTarget }) => change({ address: currentTarget.value })}
          />
          <NativeSelect
            label={t`Form of the messages`}
            data={formats.map((format) => ({ value: format, label: formatWords[format] }))}
            value={value.format}
            onChange={({ currentTarget }) =>
              change({ format: formats.find((format) => format === currentTarget.value) ?? "json" })
            }
          />
          <Checkbox.Group
            label={t`It is told of`}
            value={value.about}
            error={faults["about"]}
            onChange={(next) => change({ about: everything.filter((about) => next.includes(about)) })}
          >
            <Group gap="lg" mt="xs">
              {everything.map((about) => (
                <Checkbox key={about} value={about} label={aboutWords[about]} />
              ))}
            </Group>
          </Checkbox.Group>
          {save.error !== null && <ProblemAlert what={t`The webhook was not saved.`} error={save.error} />}
          <Group gap="sm">
            <Button
              type="submit"
              loading={save.pending}
              disabled={value.name.trim() === "" || value.address.trim() === "" || value.about.length === 0}
            >
              {t`Save the webhook`}
            </Button>
            <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
