import { Radio, SimpleGrid } from "@mantine/core";
import { targets, targetWords, type ImportTarget } from "./recipe-target.ts";
import { t } from "../../words.ts";

export interface TargetChoiceProps {
  target: ImportTarget;
  onChange: (target: ImportTarget) => void;
}

/** What the rows of the file are. */
export function TargetChoice({ target, onChange }: TargetChoiceProps) {
  return (
    <Radio.Group
      name="import-target"
      label={t`What does the file hold?`}
      value={target}
      onChange={(value) => onChange(targets.find((known) => known === value) ?? "series")}
    >
      <SimpleGrid cols={{ base: 1, sm: targets.length }} spacing="sm" mt={6}>
        {targets.map((known) => (
          <Radio
            key={known}
            value={known}
            label={targetWords[known].label}
            description={targetWords[known].meaning}
          />
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}
