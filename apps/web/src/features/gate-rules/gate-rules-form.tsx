import { Button, Group, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import type { GateRules, GateRulesInForce, SetGateRules } from "@liftledger/contracts/gate";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { Overtaken } from "../../components/overtaken.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useDraft } from "../../components/use-draft.ts";
import { useAskAnew } from "../../use-ask-anew.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { AskedTable } from "./asked-table.tsx";
import { draftOfRules, readRules, type AskedDraft } from "./rules-draft.ts";
import { t } from "../../words.ts";

interface Typed {
  /** The one that it was made from. */
  version: number;
  asked: AskedDraft;
  source: string;
  approvedBy: string;
}

/** What each gate asks, as the next version. */
export function GateRulesForm({ rules }: { rules: GateRulesInForce }) {
  const draft = useDraft<Typed>(`gate-rules:${useOrganisationId()}`, {
    version: rules.version,
    asked: draftOfRules(rules, readerLocale),
    source: "",
    approvedBy: "",
  });
  const [isAsked, setAsked] = useState(false);
  const typed = draft.value;
  const save = useWrite<SetGateRules, GateRules>(
    (client, body, idempotencyKey) => client.call("setGateRules", { body, idempotencyKey }),
    ({ version }) => draft.saved((sent) => ({ ...sent, version, source: "", approvedBy: "" })),
  );
  useAskAnew(save.error);
  const read = readRules(rules.criteria, typed.asked, readerLocale);
  const own: Record<string, string> = {
    ...(read.kind === "faults" ? read.faults : {}),
    ...(typed.source.trim() === "" ? { source: t`Say where they come from` } : {}),
    ...(typed.approvedBy.trim() === "" ? { approvedBy: t`Say who approved them` } : {}),
  };
  const faults = { ...fieldProblems(save.error), ...(isAsked ? own : {}) };
  const change = (next: Partial<Typed>) => {
    if (save.error !== null || save.result !== undefined) save.reset();
    draft.set((before) => ({ ...before, ...next }));
  };
  const submit = () => {
    setAsked(true);
    if (Object.keys(own).length > 0 || read.kind === "faults" || save.pending) return;
    const [source, approvedBy] = [typed.source.trim(), typed.approvedBy.trim()];
    draft.sent();
    save.send({ version: typed.version, gates: read.gates, source, approvedBy });
  };
  return (
    <Form onSend={submit}>
      <Stack gap="md">
        {rules.version > typed.version && (
          <Overtaken
            by={rules.recordedBy ?? ""}
            onKeep={() => change({ version: rules.version })}
            onDrop={() => draft.clear()}
          />
        )}
        <AskedTable
          criteria={rules.criteria}
          asked={typed.asked}
          faults={faults}
          onChange={(asked) => change({ asked })}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <TextInput
            label={t`Where they come from`}
            description={t`Such as a board paper`}
            maxLength={500}
            value={typed.source}
            error={faults["source"]}
            onChange={({ currentTarget }) => change({ source: currentTarget.value })}
          />
          <TextInput
            label={t`Approved by`}
            description={t`Not who records them`}
            maxLength={200}
            value={typed.approvedBy}
            error={faults["approvedBy"]}
            onChange={({ currentTarget }) => change({ approvedBy: currentTarget.value })}
          />
        </SimpleGrid>
        {save.error !== null && <ProblemAlert what={t`The rules were not set.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>{t`Set the rules`}</Button>
          {save.result !== undefined && <Text size="sm" role="status">{t`The rules are set.`}</Text>}
        </Group>
      </Stack>
    </Form>
  );
}
