import { NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import type { UseCasePattern } from "./new-initiative-form.tsx";
import type { InitiativeDraft } from "./initiative-draft.ts";
import { phases } from "./phase-words.ts";
import { t } from "../../words.ts";

export interface InitiativeDetailsProps {
  draft: InitiativeDraft;
  patterns: readonly UseCasePattern[];
  problems: Record<string, string>;
  /** An idea has no phase and no start yet. */
  isIdea: boolean;
  onChange: (draft: InitiativeDraft) => void;
}

/** Who answers for it, which team, what it is like, where it stands and since when. */
export function InitiativeDetails({ draft, patterns, problems, isIdea, onChange }: InitiativeDetailsProps) {
  const text = (field: "name" | "owner" | "team") => ({
    value: draft[field],
    error: problems[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [field]: event.currentTarget.value }),
  });
  const pattern = patterns.find((one) => one.key === draft.useCasePattern);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <TextInput
        label={t`Name`}
        description={t`As your colleagues call it`}
        maxLength={400}
        {...text("name")}
      />
      <NativeSelect
        label={t`Most like`}
        description={pattern?.sentence ?? t`What kind of AI effort it is`}
        value={draft.useCasePattern}
        error={problems["useCasePattern"]}
        data={[
          { value: "", label: t`Choose a pattern` },
          ...patterns.map((one) => ({ value: one.key, label: one.name })),
        ]}
        onChange={(event) => onChange({ ...draft, useCasePattern: event.currentTarget.value })}
      />
      <TextInput
        label={t`Accountable owner`}
        description={t`One person who answers for the outcome`}
        maxLength={80}
        {...text("owner")}
      />
      <TextInput
        label={t`Team`}
        description={t`The team whose work changes`}
        maxLength={80}
        {...text("team")}
      />
      {!isIdea && <BegunFields draft={draft} problems={problems} onChange={onChange} />}
    </SimpleGrid>
  );
}

/** Where it stands and since when. */
function BegunFields({
  draft,
  problems,
  onChange,
}: Pick<InitiativeDetailsProps, "draft" | "problems" | "onChange">) {
  return (
    <>
      <NativeSelect
        label={t`Phase`}
        description={t`Its benchmark is that of the phase`}
        value={draft.phase}
        error={problems["phase"]}
        data={[...phases]}
        onChange={(event) => {
          const phase = phases.find((one) => one.value === event.currentTarget.value)?.value;
          if (phase !== undefined) onChange({ ...draft, phase });
        }}
      />
      <TextInput
        label={t`Started on`}
        description={t`From this day on its effect and its cost are counted`}
        type="date"
        value={draft.startedOn}
        error={problems["startedOn"]}
        onChange={(event) => onChange({ ...draft, startedOn: event.currentTarget.value })}
      />
    </>
  );
}
