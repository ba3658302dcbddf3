import { ActionIcon, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { ChoiceField, NumberField, WordsField } from "./plan-fields.tsx";
import { usePlanForm } from "./plan-form.ts";
import type { TypedPlan } from "./typed-plan.ts";
import { t } from "../../words.ts";

type Correlation = TypedPlan["correlations"][number];

/** Which uncertain lines turn out high or low together; it counts in the simulation alone. */
export function CorrelationsCard() {
  const { typed, change } = usePlanForm();
  const uncertain = [...typed.benefits, ...typed.costs].filter(({ estimate }) => estimate.kind !== "point");
  const set = (next: (all: readonly Correlation[]) => readonly Correlation[]) =>
    change((before) => ({ ...before, correlations: [...next(before.correlations)] }));
  const isTaken = (one: string, other: string) =>
    typed.correlations.some(({ lines }) => lines.includes(one) && lines.includes(other));
  const free = uncertain.flatMap(({ id: one }, place) =>
    uncertain
      .slice(place + 1)
      .filter(({ id }) => !isTaken(one, id))
      .map(({ id }): [string, string] => [one, id]),
  )[0];
  if (uncertain.length < 2 && typed.correlations.length === 0) return null;
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="plan-correlations">
      <Title order={2} fz="lg" id="plan-correlations">{t`Lines that move together`}</Title>
      <Text
        size="sm"
        c="dimmed"
        mb="sm"
      >{t`Two lines with a range that turn out high or low for one reason: 1 is always together, −1 is always opposite. All others move by themselves. It counts where the plan is run many times.`}</Text>
      <Stack gap="sm">
        {typed.correlations.map((correlation, index) => (
          <CorrelationRow
            key={index}
            at={`/correlations/${index}`}
            correlation={correlation}
            onChange={(next) =>
              set((all) => all.map((one, place) => (place === index ? { ...one, ...next } : one)))
            }
            onRemove={() => set((all) => all.filter((_, place) => place !== index))}
          />
        ))}
        {free !== undefined && (
          <div>
            <Button
              variant="default"
              onClick={() => set((all) => [...all, { lines: free, coefficient: "", reason: "" }])}
            >{t`Add two lines that move together`}</Button>
          </div>
        )}
      </Stack>
    </Card>
  );
}

interface CorrelationRowProps {
  at: string;
  correlation: Correlation;
  onChange: (next: Partial<Correlation>) => void;
  onRemove: () => void;
}

function CorrelationRow({ at, correlation, onChange, onRemove }: CorrelationRowProps) {
  const { typed } = usePlanForm();
  const [one, other] = correlation.lines;
  const all = [...typed.benefits, ...typed.costs];
  const nameOf = (lineId: string) => all.find(({ id }) => id === lineId)?.name ?? lineId;
  const choices = (chosen: string) =>
    all
      .filter(({ id, estimate }) => id === chosen || estimate.kind !== "point")
      .map(({ id, name }) => ({ value: id, label: name }));
  const [first, second] = [nameOf(one), nameOf(other)];
  return (
    <Group gap="sm" align="flex-start">
      <ChoiceField
        path={`${at}/lines`}
        label={t`One line`}
        w={200}
        value={one}
        data={choices(one)}
        onChange={(id) => onChange({ lines: [id, other] })}
      />
      <ChoiceField
        path={`${at}/lines/1`}
        label={t`The other`}
        w={200}
        value={other}
        data={choices(other)}
        onChange={(id) => onChange({ lines: [one, id] })}
      />
      <NumberField
        path={`${at}/coefficient`}
        label={t`From −1 to 1`}
        w={110}
        value={correlation.coefficient}
        onChange={(coefficient) => onChange({ coefficient })}
      />
      <div style={{ flex: "1 1 200px" }}>
        <WordsField
          path={`${at}/reason`}
          label={t`Why they go together`}
          maxLength={1000}
          value={correlation.reason}
          onChange={(reason) => onChange({ reason })}
        />
      </div>
      <ActionIcon
        variant="subtle"
        size="lg"
        mt={26}
        aria-label={t`Let ${first} and ${second} move by themselves`}
        onClick={onRemove}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
