import type { Workflow, WorkflowState, WorkflowStep } from "@liftledger/contracts/workflow";
import { Badge, Card, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { formatDate } from "../../components/format-date.ts";
import classes from "./workflow.module.css";
import { diagnosisNames, kindNames } from "./workflow-words.ts";
import { t } from "../../words.ts";

/** A workflow to read: its scope, the work before and with it side by side, and what was found. */
export function WorkflowView({ workflow }: { workflow: Workflow }) {
  const { version, scope, before, after, findings } = workflow;
  if (version === 0) {
    return (
      <Card withBorder padding="md">
        <Text
          maw={640}
        >{t`Nothing is recorded yet. Write down how the work is done today, before the tool changes it: later nobody remembers what it replaced.`}</Text>
      </Card>
    );
  }
  return (
    <>
      <Card withBorder padding="md">
        <Title order={2} fz={18} mb={6}>{t`Scope`}</Title>
        <Text maw={760}>{scope ?? t`None is stated yet.`}</Text>
      </Card>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <StateCard title={t`Before`} state={before} />
        <StateCard title={t`With the initiative`} state={after} />
      </SimpleGrid>
      <Card withBorder padding="md">
        <Title order={2} fz={18} mb="xs">{t`What is wrong with it`}</Title>
        {findings.length === 0 && <Text c="dimmed">{t`Nothing was found yet.`}</Text>}
        <Stack gap="xs">
          {findings.map(({ text, diagnosis }) => (
            <Group key={text} gap="sm" wrap="nowrap" align="flex-start">
              <Badge variant="default" tt="none" fw={500} miw={92} mt={2} flex="none">
                {diagnosisNames[diagnosis]}
              </Badge>
              <Text>{text}</Text>
            </Group>
          ))}
        </Stack>
      </Card>
    </>
  );
}

function StateCard({ title, state }: { title: string; state: WorkflowState }) {
  return (
    <Card withBorder padding="md" component="section" aria-label={title}>
      <Title order={2} fz={18} mb="sm">
        {title}
      </Title>
      {state.steps.length === 0 && <Text c="dimmed">{t`No step is recorded.`}</Text>}
      <ol className={classes["steps"]}>
        {state.steps.map((step, place) => (
          <li key={place}>
            <Step step={step} />
          </li>
        ))}
      </ol>
      <Stack gap={4} mt="md">
        <Judged asks={t`Scalable`} judged={state.scalable} />
        <Judged asks={t`Repeatable`} judged={state.repeatable} />
      </Stack>
    </Card>
  );
}

function Step({ step }: { step: WorkflowStep }) {
  const { kind, name, owner, tool, note } = step;
  return (
    <>
      <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={500}>{name}</Text>
        {kind !== "step" && (
          <Badge variant={kind === "workaround" ? "outline" : "default"} tt="none" fw={500} flex="none">
            {kindNames[kind]}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {owner ?? t`nobody named`}
        {tool === null ? "" : ` · ${tool}`}
      </Text>
      {step.kind === "workaround" && (
        <Text size="sm" c="dimmed">
          {step.until === null
            ? t`By hand since ${formatDate(step.since)}`
            : t`By hand from ${formatDate(step.since)} to ${formatDate(step.until)}`}
        </Text>
      )}
      {note !== "" && <Text size="sm">{note}</Text>}
    </>
  );
}

function Judged({ asks, judged }: { asks: string; judged: WorkflowState["scalable"] }) {
  return (
    <Text size="sm">
      <Text span fw={600}>
        {asks}
      </Text>
      {": "}
      {judged === null && <Text span c="dimmed">{t`not judged yet`}</Text>}
      {judged !== null && (judged.answer ? t`yes: ${judged.because}` : t`no: ${judged.because}`)}
    </Text>
  );
}
