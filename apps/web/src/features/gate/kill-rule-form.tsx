import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from "@mantine/core";
import type { KillRule, NewKillRule } from "@liftledger/contracts/kill-rule";
import { killUnits } from "@liftledger/roi/governance/kill-rules";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { readSaid } from "../case-plan/typed-plan.ts";
import { phaseNames } from "../verdict/verdict-look.ts";
import { measureNames } from "./gate-words.ts";
import { t } from "../../words.ts";

interface Typed {
  phase: KillRule["phase"];
  measure: KillRule["measure"];
  when: KillRule["when"];
  limit: string;
  afterMonths: string;
}

/** Under which name the draft of a rule is kept. */
export const killRuleDraftKey = (organisationId: string, initiativeId: string) =>
  `kill-rule:${organisationId}:${initiativeId}`;

export interface KillRuleFormProps {
  initiativeId: string;
  phases: readonly KillRule["phase"][];
  onDone: () => void;
}

/** Declares what would end an initiative in a phase that is still to come. */
export function KillRuleForm({ initiativeId, phases, onDone }: KillRuleFormProps) {
  const currency = useOrganisation()?.currency ?? "";
  const { typed, change, write, faults, submit, finish } = useKillRule(initiativeId, phases, onDone);
  const unit = killUnits[typed.measure];
  return (
    <Form onSend={submit}>
      <Stack gap="md" maw={760}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <NativeSelect
            label={t`In the phase`}
            value={typed.phase}
            error={faults["phase"]}
            data={phases.map((value) => ({ value, label: phaseNames[value] }))}
            onChange={({ currentTarget }) =>
              change({ phase: phases.find((one) => one === currentTarget.value) ?? typed.phase })
            }
          />
          <NativeSelect
            label={t`What is looked at`}
            value={typed.measure}
            data={Object.entries(measureNames).map(([value, label]) => ({ value, label }))}
            onChange={({ currentTarget }) => change({ measure: currentTarget.value as Typed["measure"] })}
          />
          <NativeSelect
            label={t`It ends when that is`}
            value={typed.when}
            data={[
              { value: "under", label: t`under the limit` },
              { value: "above", label: t`above the limit` },
            ]}
            onChange={({ currentTarget }) =>
              change({ when: currentTarget.value === "above" ? "above" : "under" })
            }
          />
          <TextInput
            label={
              unit === "ratio"
                ? t`Limit, in percent`
                : unit === "money"
                  ? t`Limit, in ${currency}`
                  : t`Limit, in months`
            }
            inputMode="decimal"
            autoComplete="off"
            value={typed.limit}
            error={faults["limit"]}
            onChange={({ currentTarget }) => change({ limit: currentTarget.value })}
          />
          <TextInput
            label={t`Looked at after so many months of the phase`}
            inputMode="numeric"
            autoComplete="off"
            value={typed.afterMonths}
            error={faults["afterMonths"]}
            onChange={({ currentTarget }) => change({ afterMonths: currentTarget.value })}
          />
        </SimpleGrid>
        {write.error !== null && <ProblemAlert what={t`The rule was not declared.`} error={write.error} />}
        <Group gap="sm">
          <Button type="submit" loading={write.pending}>{t`Declare it`}</Button>
          <Button variant="default" onClick={finish}>{t`Leave it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

function useKillRule(initiativeId: string, phases: readonly KillRule["phase"][], onDone: () => void) {
  const draft = useDraft<Typed>(killRuleDraftKey(useOrganisationId(), initiativeId), {
    phase: phases[0] ?? "scale",
    measure: "net-roi",
    when: "under",
    limit: "",
    afterMonths: "3",
  });
  const [asked, setAsked] = useState(false);
  const typed = draft.value;
  const finish = () => {
    draft.clear();
    onDone();
  };
  const write = useWrite<NewKillRule, KillRule>(
    (client, body, idempotencyKey) =>
      client.call("declareKillRule", { params: { initiativeId }, body, idempotencyKey }),
    finish,
  );
  const limit = readSaid(
    typed.limit,
    killUnits[typed.measure] === "ratio" ? "percent" : "number",
    readerLocale,
  );
  const months = /^\d{1,3}$/.test(typed.afterMonths.trim()) ? Number(typed.afterMonths) : null;
  const own: Record<string, string> = {
    ...(limit.kind === "fault" ? { limit: limit.message } : {}),
    ...(limit.kind === "number" || limit.kind === "fault" ? {} : { limit: t`Say the limit` }),
    ...(months === null || months > 120 ? { afterMonths: t`A whole number from 0 to 120` } : {}),
  };
  return {
    typed,
    write,
    finish,
    faults: { ...fieldProblems(write.error), ...(asked ? own : {}) } as Record<string, string>,
    change(next: Partial<Typed>) {
      if (write.error !== null) write.reset();
      draft.set((before) => ({ ...before, ...next }));
    },
    submit() {
      setAsked(true);
      if (Object.keys(own).length > 0 || limit.kind !== "number" || months === null) return;
      const { phase, measure, when } = typed;
      write.send({ phase, measure, when, limit: limit.decimal, afterMonths: months });
    },
  };
}
