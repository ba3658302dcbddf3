import type { Tool, ToolFields } from "@liftledger/contracts/tool";
import { Button, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Form } from "../../components/form.tsx";
import { Overtaken } from "../../components/overtaken.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraftForm } from "../../use-draft-form.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { integrationNames } from "./known-words.ts";
import { KnownSelect } from "./known-select.tsx";
import { teamsInUseQuery } from "./queries.ts";
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
      size="xl"
      title={tool === undefined ? t`Enter a tool` : t`Change ${tool.name}`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <ToolForm {...props} />
    </Modal>
  );
}

function ToolForm({ tool, tools, onClose }: ToolDialogProps) {
  const form = useDraftForm({
    draftKey: `tool:${useOrganisationId()}:${tool?.toolId ?? "new"}`,
    initial: tool === undefined ? emptyTool : draftOf(tool),
    write: (client, { version, ...body }: ToolFields & { version: number }, idempotencyKey) => {
      if (tool === undefined) return client.call("createTool", { body, idempotencyKey });
      const params = { toolId: tool.toolId };
      return client.call("changeTool", { params, body: { ...body, version }, idempotencyKey });
    },
    onDone: onClose,
  });
  const { value, save, change, finish } = form;
  const { version, uses, costLineIds, costPoolIds } = value;
  const read = readTool(value);
  const faults = form.faults(read.faults);
  const send = () => form.send(Object.keys(read.faults).length === 0 ? { ...read.tool, version } : null);
  const others = tools.filter(({ toolId }) => toolId !== tool?.toolId);
  return (
    <Form onSend={send}>
      <Stack gap="md">
        {tool !== undefined && tool.version > version && (
          <Overtaken by={tool.changedBy} onKeep={() => change({ version: tool.version })} onDrop={finish} />
        )}
        <ToolFacts draft={value} faults={faults} onChange={change} />
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

/** The team that takes it up: beside a pilot of that team it is one thing too many at once. */
function RollOutFields({ draft, faults, onChange }: ToolFactsProps) {
  const { rollOutTeam = "", rollOutSince = "", rollOutUntil = "" } = draft;
  const teams = useQuery(teamsInUseQuery(useOrganisationId())).data?.rows ?? [];
  const names = [...new Set([...teams.map(({ name }) => name), rollOutTeam])].filter((name) => name !== "");
  return (
    <Group gap="sm" align="flex-start">
      <NativeSelect
        label={t`Rolled out to the team`}
        flex="1 1 200px"
        value={rollOutTeam}
        error={faults["rollOut.team"]}
        data={[{ value: "", label: t`None` }, ...names.map((name) => ({ value: name, label: name }))]}
        onChange={({ currentTarget }) => onChange({ rollOutTeam: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t`Since`}
        flex="1 1 150px"
        disabled={rollOutTeam === ""}
        value={rollOutSince}
        error={faults["rollOut.since"]}
        onChange={({ currentTarget }) => onChange({ rollOutSince: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t`Ended on`}
        flex="1 1 150px"
        disabled={rollOutTeam === ""}
        value={rollOutUntil}
        error={faults["rollOut.until"]}
        onChange={({ currentTarget }) => onChange({ rollOutUntil: currentTarget.value })}
      />
    </Group>
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
          label={t`Says why it answers`}
          value={draft.explainable}
          onChange={(explainable) => onChange({ explainable })}
        />
        <KnownSelect
          label={t`In real time`}
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
      <RollOutFields draft={draft} faults={faults} onChange={onChange} />
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
