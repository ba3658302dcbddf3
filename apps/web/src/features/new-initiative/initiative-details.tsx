import { NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import type { UseCasePattern } from "./new-initiative-form.tsx";
import type { InitiativeDraft } from "./initiative-draft.ts";
import { phases } from "./phase-words.ts";

export interface InitiativeDetailsProps {
  draft: InitiativeDraft;
  patterns: readonly UseCasePattern[];
  problems: Record<string, string>;
  onChange: (draft: InitiativeDraft) => void;
}

/** Who answers for it, which team, what it is like, where it stands and since when. */
export function InitiativeDetails({ draft, patterns, problems, onChange }: InitiativeDetailsProps) {
  const text = (field: "name" | "owner" | "team") => ({
    value: draft[field],
    error: problems[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [field]: event.currentTarget.value }),
  });
  const pattern = patterns.find((one) => one.key === draft.useCasePattern);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <TextInput label="Name" description="As your colleagues call it" maxLength={400} {...text("name")} />
      <NativeSelect
        label="Most like"
        description={pattern?.sentence ?? "What kind of AI effort it is"}
        value={draft.useCasePattern}
        error={problems["useCasePattern"]}
        data={[
          { value: "", label: "Choose a pattern" },
          ...patterns.map((one) => ({ value: one.key, label: one.name })),
        ]}
        onChange={(event) => onChange({ ...draft, useCasePattern: event.currentTarget.value })}
      />
      <TextInput
        label="Accountable owner"
        description="One person who answers for the outcome"
        maxLength={80}
        {...text("owner")}
      />
      <TextInput label="Team" description="The team whose work changes" maxLength={80} {...text("team")} />
      <NativeSelect
        label="Phase"
        description="Its benchmark is that of the phase"
        value={draft.phase}
        error={problems["phase"]}
        data={[...phases]}
        onChange={(event) => {
          const phase = phases.find((one) => one.value === event.currentTarget.value)?.value;
          if (phase !== undefined) onChange({ ...draft, phase });
        }}
      />
      <TextInput
        label="Started on"
        description="From this day on its effect and its cost are counted"
        type="date"
        value={draft.startedOn}
        error={problems["startedOn"]}
        onChange={(event) => onChange({ ...draft, startedOn: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
}
