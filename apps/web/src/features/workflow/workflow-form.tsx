import type { SetWorkflow, Workflow } from "@liftledger/contracts/workflow";
import { Button, Card, Group, SimpleGrid, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { Overtaken } from "../../components/overtaken.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { today } from "../../today.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { FindingsFields } from "./findings-fields.tsx";
import { StateFields } from "./state-fields.tsx";
import { draftOf, readWorkflow, type WorkflowDraft } from "./workflow-draft.ts";
import { t } from "../../words.ts";

/** Under which name the draft of a workflow is kept. */
export const workflowDraftKey = (organisationId: string, initiativeId: string) =>
  `workflow:${organisationId}:${initiativeId}`;

/** Writes down how the work is done, the whole of it; what is typed is kept until it is saved or thrown away. */
export function WorkflowForm({ workflow, onDone }: { workflow: Workflow; onDone: () => void }) {
  const { initiativeId } = workflow;
  const draft = useDraft<WorkflowDraft>(
    workflowDraftKey(useOrganisationId(), initiativeId),
    draftOf(workflow),
  );
  const [asked, setAsked] = useState(false);
  const finish = () => {
    draft.clear();
    onDone();
  };
  const save = useWrite<SetWorkflow, Workflow>(
    (client, body, idempotencyKey) =>
      client.call("setWorkflow", { params: { initiativeId }, body, idempotencyKey }),
    finish,
  );
  const read = readWorkflow(draft.value, today());
  const faults = { ...fieldProblems(save.error), ...(asked && read.kind === "faults" ? read.faults : {}) };
  const change = (next: Partial<WorkflowDraft>) => {
    if (save.error !== null) save.reset();
    draft.set((before) => ({ ...before, ...next }));
  };
  const send = () => {
    setAsked(true);
    if (read.kind === "workflow") save.send(read.workflow);
  };
  const { scope, before, after, findings, version } = draft.value;
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
        {asked && read.kind === "faults" && (
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
