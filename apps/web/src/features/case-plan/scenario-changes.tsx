import { ActionIcon, Box, Button, Group, Stack, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import {
  fieldNames,
  isShare,
  pathsOf,
  type LineField,
  type PlanScenario,
  type ScenarioChange,
} from "../cases/plan-words.ts";
import { ChoiceField, NumberField } from "./plan-fields.tsx";
import { usePlanForm } from "./plan-form.ts";
import { t } from "../../words.ts";

export interface ScenarioChangesProps {
  /** Where they stand in the plan. */
  at: string;
  scenario: PlanScenario;
  onChange: (changes: readonly ScenarioChange[]) => void;
}

/** What differs from the base: which line, what of it, and by how much. */
export function ScenarioChanges({ at, scenario, onChange }: ScenarioChangesProps) {
  const { typed, problemAt } = usePlanForm();
  const { changes } = scenario;
  const lines = [...typed.benefits, ...typed.costs];
  const [first] = lines;
  const problem = problemAt(at);
  return (
    <Stack gap="xs">
      {changes.map((change, index) => (
        <ChangeRow
          key={index}
          at={`${at}/${index}`}
          scenario={scenario}
          change={change}
          onChange={(next) => onChange(changes.map((one) => (one === change ? next : one)))}
          onRemove={() => onChange(changes.filter((one) => one !== change))}
        />
      ))}
      {problem !== undefined && changes.length === 0 && (
        <Text size="xs" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
      {first !== undefined && (
        <div>
          <Button
            size="xs"
            variant="subtle"
            px={0}
            data-path={at}
            aria-label={t`Add a difference to ${scenario.name}`}
            onClick={() => {
              const field = pathsOf(first)[0]?.[0] ?? "amount";
              onChange([...changes, { lineId: first.id, field, change: { times: "" } }]);
            }}
          >{t`Add a difference`}</Button>
        </div>
      )}
    </Stack>
  );
}

interface ChangeRowProps {
  at: string;
  scenario: PlanScenario;
  change: ScenarioChange;
  onChange: (change: ScenarioChange) => void;
  onRemove: () => void;
}

type How = "times" | "to" | "plus";

function ChangeRow({ at, scenario, change, onChange, onRemove }: ChangeRowProps) {
  const { typed } = usePlanForm();
  const lines = [...typed.benefits, ...typed.costs];
  const line = lines.find(({ id }) => id === change.lineId);
  const fields = fieldsOf(line === undefined ? lines : [line]);
  const how: How = "times" in change.change ? "times" : "to" in change.change ? "to" : "plus";
  const [text = ""] = Object.values(change.change);
  const isDelay = change.field === "delay";
  const withText = (kind: How, value: string): ScenarioChange["change"] =>
    kind === "times" ? { times: value } : kind === "to" ? { to: value } : { plus: value };
  const lineName = line?.name ?? t`Every line`;
  return (
    <Group gap="xs" align="flex-start">
      <ChoiceField
        path={`${at}/lineId`}
        ariaLabel={t`Line that differs in ${scenario.name}`}
        size="xs"
        w={180}
        value={change.lineId ?? ""}
        data={[
          { value: "", label: t`Every line` },
          ...lines.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => {
          const lineId = id === "" ? null : id;
          const known = fieldsOf(lines.filter((one) => lineId === null || one.id === lineId));
          onChange({
            ...change,
            lineId,
            field: known.find((one) => one === change.field) ?? known[0] ?? "amount",
          });
        }}
      />
      <ChoiceField
        path={`${at}/field`}
        ariaLabel={t`What of ${lineName} differs in ${scenario.name}`}
        size="xs"
        w={170}
        value={change.field}
        data={fields.map((field) => ({
          value: field,
          label: field === "delay" ? t`When it begins` : fieldNames[field],
        }))}
        onChange={(field) =>
          onChange({
            ...change,
            field,
            change: field === "delay" ? { plus: "" } : isDelay ? { times: "" } : change.change,
          })
        }
      />
      {isDelay ? (
        <Box w={150} visibleFrom="sm" />
      ) : (
        <ChoiceField<How>
          path={`${at}/how`}
          ariaLabel={t`How ${fieldNames[change.field as LineField]} differs in ${scenario.name}`}
          size="xs"
          w={150}
          value={how}
          data={[
            { value: "times", label: t`in percent of it` },
            { value: "to", label: t`another value` },
            { value: "plus", label: t`so much more` },
          ]}
          onChange={(kind) => onChange({ ...change, change: withText(kind, "") })}
        />
      )}
      <NumberField
        path={`${at}/change`}
        ariaLabel={
          isDelay
            ? t`How much later ${lineName} begins in ${scenario.name}`
            : t`${fieldNames[change.field as LineField]} of ${lineName} in ${scenario.name}`
        }
        size="xs"
        w={130}
        unit={
          isDelay
            ? typed.period === "month"
              ? t`months`
              : t`years`
            : how === "times" || isShare(change.field)
              ? "%"
              : ""
        }
        value={text}
        onChange={(value) => onChange({ ...change, change: withText(how, value) })}
      />
      <ActionIcon
        variant="subtle"
        aria-label={t`Take this difference of ${scenario.name} away`}
        onClick={onRemove}
      >
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

/** What of some lines may differ. */
function fieldsOf(lines: readonly Parameters<typeof pathsOf>[0][]): ScenarioChange["field"][] {
  return [...new Set(lines.flatMap((line) => pathsOf(line).map(([field]) => field))), "delay"];
}
