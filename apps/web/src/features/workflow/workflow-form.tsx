import type { SetWorkflow, Workflow } from "@liftledger/contracts/workflow";
import { Button, Card, Group, SimpleGrid, Stack, Text, Textarea } from "@mantine/core";
import { Form } from "../../components/form.tsx";
import { Overtaken } from "../../components/overtaken.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { today } from "../../today.ts";
import { useDraftForm } from "../../use-draft-form.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { FindingsFields } from "./findings-fields.tsx";
import { StateFields } from "./state-fields.tsx";
import { draftOf, readWorkflow } from "./workflow-draft.ts";
import { t } from "../../words.ts";

/** Under which name the draft of a workflow is kept. */
export const workflowDraftKey = (organisationId: string, initiativeId: string) =>
  `workflow:${organisationId}:${initiativeId}`;

/** Writes down how the work is done, the whole of it; what is typed is kept until it is saved or thrown away. */
export function WorkflowForm({ workflow, onDone }: { workflow: Workflow; onDone: () => void }) {
  const { initiativeId } = workflow;
  const form = useDraftForm({
    draftKey: workflowDraftKey(useOrganisationId(), initiativeId),
    initial: draftOf(workflow),
    write: (client, body: SetWorkflow, idempotencyKey) =>
      client.call("setWorkflow", { params: { initiativeId }, body, idempotencyKey }),
    onDone,
  });
  const { value, save, change, finish } = form;
  const read = readWorkflow(value, today());
  const faults = form.faults(read.kind === "faults" ? read.faults : {});
  const send = () => form.send(read.kind === "workflow" ? read.workflow : null);
  const { scope, before, after, findings, version } = value;
  return (
    <Form onSend={send}>
      <Stack gap="md">
        {workflow.version > version && (
          <Overtaken
            by={workflow.recordedBy ?? ""}
            onKeep={() => change({ version: workflow.version })}
            onDrop={finish}
          />
        )}
        <Card withBorder padding="md">
          <Textarea
            label={t`Scope`}
            description={t`What it is for, and what it is not for. Another scope reopens the guardrails: somebody else approves them again.`}
            autosize
            minRows={2}
            maxLength={2000}
            maw={760}
            value={scope}
            error={faults["scope"]}
            onChange={({ currentTarget }) => change({ scope: currentTarget.value })}
          />
        </Card>
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
          <StateFields
            title={t`Before`}
            place="before"
            state={before}
            faults={faults}
            onChange={(state) => change({ before: state })}
          />
          <StateFields
            title={t`With the initiative`}
            place="after"
            state={after}
            faults={faults}
            onChange={(state) => change({ after: state })}
          />
        </SimpleGrid>
        <FindingsFields findings={findings} faults={faults} onChange={(rows) => change({ findings: rows })} />
        {form.asked && read.kind === "faults" && (
          <Text
            role="alert"
            c="var(--mantine-color-error)"
          >{t`Something is missing above: it is marked.`}</Text>
        )}
        {save.error !== null && <ProblemAlert what={t`The workflow was not saved.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>{t`Save the workflow`}</Button>
          <Button variant="default" onClick={finish}>{t`Leave it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}
