import { Button, Checkbox, Group, Text } from "@mantine/core";
import { evidenceNames, fieldNames, type Assumption } from "../cases/plan-words.ts";
import { withAssumption } from "./edit-plan.ts";
import type { LineProps } from "./line-card.tsx";
import { ChoiceField, PersonField, WordsField } from "./plan-fields.tsx";
import { usePlanForm } from "./plan-form.ts";
import { t } from "../../words.ts";

export interface AssumptionFieldsProps extends LineProps {
  field: Assumption["field"];
}

/** Where a value comes from, what it rests on, who stands for it, and who accepted it where it is an estimate. */
export function AssumptionFields({ at, line, field, onChange }: AssumptionFieldsProps) {
  const { isShort } = usePlanForm();
  const index = line.assumptions.findIndex((one) => one.field === field);
  const assumption = line.assumptions[index];
  const set = (change: Partial<Assumption> | null) =>
    onChange((before) => withAssumption(before, field, change));
  const about = field === "line" ? line.name : `${fieldNames[field]}, ${line.name}`;
  if (assumption === undefined && field !== "line")
    return (
      <Group gap="xs">
        <Text size="sm" c="dimmed">{t`as the whole line`}</Text>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t`Its own source: ${about}`}
          onClick={() => set({ source: "" })}
        >{t`Its own source`}</Button>
      </Group>
    );
  const { source = "", evidence = "estimate", owner = null, signedBy = null, note = null } = assumption ?? {};
  const path = index < 0 ? `${at}/assumptions` : `${at}/assumptions/${index}`;
  return (
    <div data-path={index < 0 || field === "line" ? `${at}/assumptions` : undefined} tabIndex={-1}>
      <Group gap="xs" align="flex-start">
        <div style={{ flex: "2 1 160px", minWidth: 0 }}>
          <WordsField
            path={`${path}/source`}
            ariaLabel={t`Source of ${about}`}
            placeholder={t`Source`}
            size="xs"
            maxLength={1000}
            value={source}
            onChange={(next) => set({ source: next })}
          />
        </div>
        <ChoiceField
          path={`${path}/evidence`}
          ariaLabel={t`What ${about} rests on`}
          size="xs"
          w={112}
          value={evidence}
          data={(Object.keys(evidenceNames) as Assumption["evidence"][])
            .filter((key) => key !== "benchmark" || evidence === "benchmark")
            .map((value) => ({ value, label: evidenceNames[value] }))}
          onChange={(next) =>
            set({ evidence: next, ...(next === "benchmark" ? {} : { benchmarkKey: null }) })
          }
        />
        {!isShort && (
          <div style={{ flex: "1 1 110px", minWidth: 0 }}>
            <PersonField
              path={`${path}/owner`}
              ariaLabel={t`Who stands for ${about}`}
              placeholder={t`Who stands for it`}
              size="xs"
              value={owner}
              onChange={(next) => set({ owner: next })}
            />
          </div>
        )}
        {field !== "line" && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t`As the line: ${about}`}
            onClick={() => set(null)}
          >{t`As the line`}</Button>
        )}
      </Group>
      {evidence === "estimate" && (
        <Accepted about={about} signedBy={signedBy} onSign={(by) => set({ signedBy: by })} />
      )}
      {note !== null && (
        <Text size="xs" c="dimmed" mt={4}>
          {note}
        </Text>
      )}
    </div>
  );
}

/** An estimate counts once somebody accepts it, each for themselves. */
function Accepted({
  about,
  signedBy,
  onSign,
}: {
  about: string;
  signedBy: string | null;
  onSign: (name: string | null) => void;
}) {
  const { me } = usePlanForm();
  if (signedBy !== null && signedBy !== me)
    return <Text size="xs" c="dimmed" mt={4}>{t`Accepted by ${signedBy}, for what it says now.`}</Text>;
  return (
    <Checkbox
      size="xs"
      mt={6}
      aria-label={t`I accept the estimate: ${about}`}
      label={t`I accept this estimate`}
      checked={signedBy !== null}
      onChange={({ currentTarget }) => onSign(currentTarget.checked ? me : null)}
    />
  );
}
