import type { Tool, ToolFields } from "@liftledger/contracts/tool";
import { Button, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { Overtaken } from "../../components/overtaken.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { integrationNames } from "./known-words.ts";
import { KnownSelect } from "./known-select.tsx";
import { ToolCosts } from "./tool-costs.tsx";
import { draftOf, emptyTool, readTool, type ToolDraft } from "./tool-draft.ts";
import { ToolUses } from "./tool-uses.tsx";
import { t } from "../../words.ts";

export interface ToolDialogProps {
  /** The one that is changed; undefined for another one. */
  tool: Tool | undefined;
  tools: readonly Tool[];
  onClose: () => void;
}

/** Enters a tool into the register or changes it. What is typed is kept until it is saved or left. */
export function ToolDialog(props: ToolDialogProps) {
  const { tool, onClose } = props;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={tool === undefined ? t`Enter a tool` : t`Change ${tool.name}`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <ToolForm {...props} />
    </Modal>
  );
}

function ToolForm({ tool, tools, onClose }: ToolDialogProps) {
  const key = `tool:${useOrganisationId()}:${tool?.toolId ?? "new"}`;
  const draft = useDraft<ToolDraft>(key, tool === undefined ? emptyTool : draftOf(tool));
  const [asked, setAsked] = useState(false);
  const finish = () => {
    draft.clear();
    onClose();
  };
  const { version, uses, costLineIds, costPoolIds } = draft.value;
  const save = useWrite<ToolFields, Tool>((client, body, idempotencyKey) => {
    if (tool === undefined) return client.call("createTool", { body, idempotencyKey });
    return client.call("changeTool", {
      params: { toolId: tool.toolId },
      body: { ...body, version },
      idempotencyKey,
    });
  }, finish);
  const read = readTool(draft.value);
  const faults = { ...fieldProblems(save.error), ...(asked ? read.faults : {}) };
  const change = (next: Partial<ToolDraft>) => {
    if (save.error !== null) save.reset();
    draft.set((before) => ({ ...before, ...next }));
  };
  const send = () => {
    setAsked(true);
    if (Object.keys(read.faults).length === 0) save.send(read.tool);
  };
  const others = tools.filter(({ toolId }) => toolId !== tool?.toolId);
  return (
    <Form onSend={send}>
      <Stack gap="md">
        {tool !== undefined && tool.version > version && (
          <Overtaken by={tool.changedBy} onKeep={() => change({ version: tool.version })} onDrop={finish} />
        )}
        <ToolFacts draft={draft.value} faults={faults} onChange={change} />
        <ToolUses uses={uses} faults={faults} onChange={(rows) => change({ uses: rows })} />
        <ToolCosts
          initiativeIds={[...new Set(uses.map(({ initiativeId }) => initiativeId))].filter(Boolean)}
          others={others}
          costLineIds={costLineIds}
          costPoolIds={costPoolIds}
          onChange={change}
        />
        {save.error !== null && <ProblemAlert what={t`The tool was not saved.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>{t`Save the tool`}</Button>
          <Button variant="default" onClick={finish}>{t`Leave it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

interface ToolFactsProps {
  draft: ToolDraft;
  faults: Readonly<Record<string, string>>;
  onChange: (next: Partial<ToolDraft>) => void;
}

function ToolFacts({ draft, faults, onChange }: ToolFactsProps) {
  return (
    <>
      <Group gap="sm" align="flex-start">
        <TextInput
          label={t`Name`}
          flex="1 1 200px"
          maxLength={80}
          value={draft.name}
          error={faults["name"]}
          onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
        />
        <TextInput
          label={t`Vendor`}
          flex="1 1 200px"
          maxLength={80}
          value={draft.vendor}
          error={faults["vendor"]}
          onChange={({ currentTarget }) => onChange({ vendor: currentTarget.value })}
        />
      </Group>
      <Group gap="sm" align="flex-start">
        <NativeSelect
          label={t`Integration`}
          flex="1 1 150px"
          value={draft.integration}
          data={Object.entries(integrationNames).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget }) =>
            onChange({ integration: currentTarget.value as ToolDraft["integration"] })
          }
        />
        <KnownSelect
          label={t`Says why it answers so`}
          value={draft.explainable}
          onChange={(explainable) => onChange({ explainable })}
        />
        <KnownSelect
          label={t`Works in real time`}
          value={draft.realTime}
          onChange={(realTime) => onChange({ realTime })}
        />
      </Group>
      <Group gap="sm" align="flex-start">
        <TextInput
          type="date"
          label={t`Checked before use, on`}
          flex="1 1 200px"
          value={draft.vettedOn}
          error={faults["preVetted.on"]}
          onChange={({ currentTarget }) => onChange({ vettedOn: currentTarget.value })}
        />
        <TextInput
          label={t`Checked by`}
          flex="1 1 200px"
          maxLength={80}
          value={draft.vettedBy}
          error={faults["preVetted.by"]}
          onChange={({ currentTarget }) => onChange({ vettedBy: currentTarget.value })}
        />
      </Group>
      <Textarea
        label={t`Note`}
        autosize
        maxLength={400}
        value={draft.note}
        error={faults["note"]}
        onChange={({ currentTarget }) => onChange({ note: currentTarget.value })}
      />
    </>
  );
}
