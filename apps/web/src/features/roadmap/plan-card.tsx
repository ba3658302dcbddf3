import { Button, Group, List, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import type { PlanRoadmap, Roadmap } from "@liftledger/contracts/roadmap";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useWrite } from "../../use-write.ts";
import { form, plural, t } from "../../words.ts";

export interface PlanCardProps {
  roadmap: Roadmap;
  canWrite: boolean;
  onSaved: (roadmap: Roadmap) => void;
}

/** What the next phase needs and no task is for yet, and the button that makes tasks of it. */
export function PlanCard({ roadmap, canWrite, onSaved }: PlanCardProps) {
  const { initiativeId, day, notPlanned, tasks } = roadmap;
  const [startsOn, setStartsOn] = useState(day);
  const make = useWrite<PlanRoadmap, Roadmap>(
    (client, body, idempotencyKey) =>
      client.call("planRoadmap", { params: { initiativeId }, body, idempotencyKey }),
    onSaved,
  );
  if (notPlanned.length === 0) return null;
  const count = notPlanned.length;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="not-planned">
      <Title order={2} fz={18} mb="xs" id="not-planned">
        {tasks.length === 0
          ? t`Make the 90-day roadmap`
          : plural(count, form`${count} thing has no task yet`, form`${count} things have no task yet`)}
      </Title>
      <Stack gap="sm">
        <Text size="sm">{t`What the next phase needs and readiness does not show, in the order in which it is done: business case, workflows, data, governance, people.`}</Text>
        <List size="sm" type="ordered">
          {notPlanned.map(({ question, todo }) => (
            <List.Item key={question}>{todo}</List.Item>
          ))}
        </List>
        {canWrite && (
          <Form onSend={() => make.send({ startsOn })}>
            <Group gap="sm" align="flex-end">
              <TextInput
                label={t`The ninety days begin on`}
                type="date"
                w={200}
                value={startsOn}
                error={fieldProblems(make.error)["startsOn"]}
                onChange={({ currentTarget }) => setStartsOn(currentTarget.value)}
              />
              <Button type="submit" loading={make.pending} disabled={startsOn === ""}>
                {tasks.length === 0 ? t`Make the roadmap` : t`Make tasks of them`}
              </Button>
            </Group>
          </Form>
        )}
        {make.error !== null && <ProblemAlert what={t`No task was made.`} error={make.error} />}
      </Stack>
    </Paper>
  );
}
