import { Button, Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from "@mantine/core";
import type { WorkSplitAnswer, WorkSplitRound } from "@liftledger/contracts/work-split";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { formatPeriod } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { readTypedNumber } from "../../components/typed-number.ts";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { t } from "../../words.ts";

interface Typed {
  mechanicalHours: string;
  strategicHours: string;
}

const empty: Typed = { mechanicalHours: "", strategicHours: "" };

/** Two numbers, once: one's own hours of a week. */
export function AnswerForm({ round }: { round: WorkSplitRound }) {
  const { roundId, week, team } = round;
  const draft = useDraft<Typed>(`work-split:${useOrganisationId()}:${roundId}`, empty);
  const [asked, setAsked] = useState(false);
  const save = useWrite<WorkSplitAnswer, { answers: number }>(
    (client, body) => client.call("answerWorkSplit", { params: { roundId }, body }),
    () => draft.clear(empty),
  );
  const read = {
    mechanicalHours: readTypedNumber(draft.value.mechanicalHours, readerLocale),
    strategicHours: readTypedNumber(draft.value.strategicHours, readerLocale),
  };
  const own = Object.fromEntries(
    Object.entries(read).flatMap(([field, one]) =>
      one.kind === "number"
        ? []
        : [[field, one.kind === "fault" ? one.message : t`Say how many; 0 is a number too`]],
    ),
  );
  const faults: Record<string, string> = { ...fieldProblems(save.error), ...(asked ? own : {}) };
  const field = (name: keyof Typed) => ({
    inputMode: "decimal" as const,
    autoComplete: "off",
    value: draft.value[name],
    error: faults[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      if (save.error !== null) save.reset();
      draft.set((before) => ({ ...before, [name]: currentTarget.value }));
    },
  });
  const submit = () => {
    setAsked(true);
    const { mechanicalHours, strategicHours } = read;
    if (mechanicalHours.kind !== "number" || strategicHours.kind !== "number") return;
    save.send({ mechanicalHours: mechanicalHours.decimal, strategicHours: strategicHours.decimal });
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={`answer-${roundId}`}>
      <Title order={2} fz={18} id={`answer-${roundId}`}>
        {team === null
          ? t`Your hours in ${formatPeriod(week)}`
          : t`Your hours for ${team} in ${formatPeriod(week)}`}
      </Title>
      <Form onSend={submit}>
        <Stack gap="sm" mt="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" maw={520}>
            <TextInput
              label={t`Mechanical hours`}
              description={t`Work that follows a rule`}
              {...field("mechanicalHours")}
            />
            <TextInput
              label={t`Strategic hours`}
              description={t`Work that takes judgement`}
              {...field("strategicHours")}
            />
          </SimpleGrid>
          <Text
            size="sm"
            c="dimmed"
            maw={640}
          >{t`Your hours are added to those of the others and kept nowhere else. So they cannot be changed afterwards: nobody knows which are yours. That you answered is kept, so that nobody answers twice.`}</Text>
          {save.error !== null && <ProblemAlert what={t`Your answer was not counted.`} error={save.error} />}
          <Group gap="sm">
            <Button type="submit" loading={save.pending}>{t`Send my hours`}</Button>
          </Group>
        </Stack>
      </Form>
    </Paper>
  );
}
