import { Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import type { BenchmarkSet, NewBenchmarkSet } from "@liftledger/contracts/benchmark-set";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { today } from "../../today.ts";
import { useWrite } from "../../use-write.ts";
import { phaseNames } from "../verdict/verdict-look.ts";
import { bandedPhases, draftOfSet, emptySet, setOfDraft, type SetDraft } from "./set-draft.ts";
import { t } from "../../words.ts";

export interface SetFormProps {
  /** The version that the next is made from; a new set where left out. */
  set?: BenchmarkSet;
  onDone: () => void;
}

/** Own benchmarks by phase, with who says so, who approves them and from when. */
export function SetForm({ set, onDone }: SetFormProps) {
  const form = useSetForm(set, onDone);
  const { draft, faults, change, save } = form;
  const text = (field: "name" | "source" | "caveat" | "approvedBy" | "validFrom") => ({
    value: draft[field],
    error: faults[field],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      change({ [field]: currentTarget.value }),
  });
  return (
    <Form onSend={form.submit}>
      <Stack gap="md">
        <Group gap="sm" align="flex-start">
          {set === undefined && (
            <TextInput
              label={t`Name`}
              description={t`As verdicts call it`}
              w={220}
              maxLength={80}
              {...text("name")}
            />
          )}
          <TextInput
            label={t`Source`}
            description={t`A board paper, a survey`}
            w={240}
            maxLength={200}
            {...text("source")}
          />
          <TextInput
            label={t`What to know of it`}
            description={t`Optional`}
            w={260}
            maxLength={400}
            {...text("caveat")}
          />
        </Group>
        <BandFields draft={draft} faults={faults} onChange={change} />
        <Group gap="sm" align="flex-start">
          <NativeSelect
            label={t`Reckoned`}
            description={t`Net takes the cost off`}
            value={draft.basis}
            data={[
              { value: "net", label: t`net, on top of the cost` },
              { value: "gross", label: t`gross, with the cost in it` },
            ]}
            onChange={({ currentTarget }) => change({ basis: currentTarget.value as SetDraft["basis"] })}
          />
          <NativeSelect
            label={t`Over which time`}
            description={t`Only the first can be compared`}
            value={draft.span}
            data={[
              { value: "cumulative", label: t`since the first spend` },
              { value: "in-phase", label: t`within the phase` },
              { value: "annualised", label: t`a year’s` },
            ]}
            onChange={({ currentTarget }) => change({ span: currentTarget.value as SetDraft["span"] })}
          />
          <TextInput
            label={t`In force from`}
            description={t`Not in a closed month`}
            type="date"
            w={180}
            {...text("validFrom")}
          />
          <TextInput
            label={t`Approved by`}
            description={t`Somebody else than you`}
            w={200}
            maxLength={80}
            {...text("approvedBy")}
          />
        </Group>
        {save.error !== null && <ProblemAlert what={t`The benchmarks were not kept.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>
            {set === undefined ? t`Add the benchmarks` : t`Make version ${set.version + 1}`}
          </Button>
          <Button variant="default" onClick={onDone}>{t`Leave it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

interface BandFieldsProps {
  draft: SetDraft;
  faults: Record<string, string>;
  onChange: (next: Partial<SetDraft>) => void;
}

function BandFields({ draft: { bands }, faults, onChange }: BandFieldsProps) {
  return (
    <Stack gap="xs">
      <Text
        size="sm"
        c="dimmed"
      >{t`Of the ROI. A phase that is left empty keeps the published band; without an end it is open above.`}</Text>
      {bandedPhases.map((phase) => (
        <Group key={phase} gap="sm" align="flex-start" wrap="nowrap">
          {(["floor", "ceiling"] as const).map((end) => (
            <TextInput
              key={end}
              label={end === "floor" ? t`${phaseNames[phase]}, at least` : t`${phaseNames[phase]}, up to`}
              inputMode="decimal"
              autoComplete="off"
              maw={170}
              rightSection="%"
              rightSectionPointerEvents="none"
              value={bands[phase][end]}
              error={faults[`bands.${phase}.${end}`]}
              onChange={({ currentTarget }) =>
                onChange({ bands: { ...bands, [phase]: { ...bands[phase], [end]: currentTarget.value } } })
              }
            />
          ))}
        </Group>
      ))}
    </Stack>
  );
}

function useSetForm(set: BenchmarkSet | undefined, onDone: () => void) {
  const [draft, setDraft] = useState(() =>
    set === undefined ? emptySet(today()) : draftOfSet(set, today(), readerLocale),
  );
  const [asked, setAsked] = useState(false);
  const save = useWrite<NewBenchmarkSet, BenchmarkSet>((client, { name, ...facts }, idempotencyKey) => {
    if (set === undefined)
      return client.call("createBenchmarkSet", { body: { name, ...facts }, idempotencyKey });
    const { setId, version } = set;
    return client.call("changeBenchmarkSet", {
      params: { setId },
      body: { version, ...facts },
      idempotencyKey,
    });
  }, onDone);
  const read = setOfDraft(draft, readerLocale);
  return {
    draft,
    faults: { ...fieldProblems(save.error), ...(asked ? read.faults : {}) },
    save,
    change(next: Partial<SetDraft>) {
      if (save.error !== null) save.reset();
      setDraft((before) => ({ ...before, ...next }));
    },
    submit() {
      setAsked(true);
      if (Object.keys(read.faults).length === 0) save.send(read.set);
    },
  };
}
