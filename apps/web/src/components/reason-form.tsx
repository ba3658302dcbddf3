import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import type { Client } from "@liftledger/contracts/client";
import { useDraftForm } from "../use-draft-form.ts";
import { useOrganisationId } from "../use-organisation.ts";
import { Form } from "./form.tsx";
import { ProblemAlert } from "./problem-alert.tsx";
import { t } from "../words.ts";

/** Under which name the reason is kept that is being typed for a deed on a thing: "retire-team:team-1". */
export const reasonDraftKey = (organisationId: string, about: string) => `reason:${organisationId}:${about}`;

export interface ReasonFormProps<Output> {
  /** What it will do, said before. */
  children: string;
  /** "Nothing was undone." */
  failed: string;
  /** "Undo the import" */
  action: string;
  /** The deed and the thing it is done to, by which what is typed survives a reload: "undo-import:import-1". */
  about: string;
  write: (client: Client, reason: string, idempotencyKey: string) => Promise<Output>;
  onSaved: (output: Output) => void;
  onCancel: () => void;
}

/** The inside of a dialog that does something once it was told why. What was typed is forgotten once it is sent or cancelled. */
export function ReasonForm<Output>(props: ReasonFormProps<Output>) {
  const { children, failed, action, about, write, onSaved, onCancel } = props;
  const form = useDraftForm({
    draftKey: reasonDraftKey(useOrganisationId(), about),
    initial: { reason: "" },
    write,
    onSaved,
  });
  const { save } = form;
  const { reason } = form.value;
  const given = reason.trim();
  return (
    <Form onSend={() => form.send(given === "" ? null : given)}>
      <Stack gap="md">
        <Text size="sm">{children}</Text>
        <TextInput
          label={t`Why`}
          data-autofocus
          maxLength={500}
          value={reason}
          error={form.faults(given === "" ? { reason: t`Say why` } : {})["reason"]}
          onChange={({ currentTarget }) => form.change({ reason: currentTarget.value })}
        />
        {save.error !== null && <ProblemAlert what={failed} error={save.error} />}
        <Group justify="flex-end" gap="sm">
          <Button
            variant="default"
            onClick={() => {
              form.finish();
              onCancel();
            }}
          >{t`Cancel`}</Button>
          <Button type="submit" loading={save.pending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
