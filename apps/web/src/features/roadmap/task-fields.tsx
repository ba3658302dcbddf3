import { Group, MultiSelect, NativeSelect, Stack, TextInput } from "@mantine/core";
import { optionList } from "../../components/option-list.ts";
import type { StepKey, Task } from "./queries.ts";
import type { TaskDraft } from "./task-draft.ts";
import { t } from "../../words.ts";

export interface TaskFieldsProps {
  draft: TaskDraft;
  faults: Readonly<Record<string, string>>;
  /** What it may wait for. */
  others: readonly Pick<Task, "taskId" | "title">[];
  /** The steps to choose from, of a new one; of one that stands its step stays. */
  steps?: readonly { key: StepKey; name: string }[] | undefined;
  onChange: (next: Partial<TaskDraft>) => void;
}

/** What is said of a task: what, who, from when until when, after what, and what will show it. */
export function TaskFields({ draft, faults, others, steps, onChange }: TaskFieldsProps) {
  const text = (field: "title" | "owner" | "shownBy" | "startsOn" | "dueOn") => ({
    value: draft[field],
    error: faults[field],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ [field]: currentTarget.value }),
  });
  const waits = Object.entries(faults).find(([field]) => field.startsWith("dependsOn"));
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start">
        <TextInput label={t`What is to be done`} flex="2 1 300px" maxLength={300} {...text("title")} />
        {steps !== undefined && (
          <NativeSelect
            label={t`Step`}
            w={170}
            value={draft.step}
            data={steps.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={({ currentTarget }) => onChange({ step: currentTarget.value as StepKey })}
          />
        )}
      </Group>
      <Group gap="sm" align="flex-start">
        <TextInput label={t`Who does it`} flex="1 1 160px" maxLength={80} {...text("owner")} />
        <TextInput label={t`From`} type="date" w={160} {...text("startsOn")} />
        <TextInput label={t`Due`} type="date" w={160} {...text("dueOn")} />
      </Group>
      <TextInput label={t`What will show it`} maxLength={300} {...text("shownBy")} />
      <MultiSelect
        label={t`Begins after`}
        {...optionList}
        value={draft.dependsOn}
        error={waits?.[1]}
        data={others.map(({ taskId, title }) => ({ value: taskId, label: title }))}
        onChange={(dependsOn) => onChange({ dependsOn })}
        nothingFoundMessage={t`No task has that name`}
        searchable
      />
    </Stack>
  );
}
