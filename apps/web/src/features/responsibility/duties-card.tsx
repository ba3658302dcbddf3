import { Anchor, Badge, Group, Paper, Stack, Text, Title } from "@mantine/core";
import type { Responsibility } from "@liftledger/contracts/responsibility";
import { formatDate } from "../../components/format-date.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

type Duty = Responsibility["duties"][number];

const answers: Record<Duty["mayApply"], string> = {
  yes: t`may apply`,
  no: t`does not seem to apply`,
  "not-known": t`not known`,
};

/** Which duties of the AI Act may apply, each with its reason, its day, its source and when it was checked. */
export function DutiesCard({ register }: { register: Responsibility }) {
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="duties">
      <Title order={2} fz={18} id="duties">{t`What the EU AI Act may ask`}</Title>
      <Text size="sm" fw={600} mt={4}>
        {register.notice}
      </Text>
      <Stack gap="md" mt="md">
        {register.duties.map((duty) => (
          <DutyLines key={duty.key} duty={duty} />
        ))}
      </Stack>
    </Paper>
  );
}

function DutyLines({ duty }: { duty: Duty }) {
  const day = formatDate(duty.appliesFrom);
  return (
    <article aria-label={`${duty.article}: ${duty.name}`}>
      <Group gap="xs" align="baseline">
        <Text fw={600}>
          {duty.article}: {duty.name}
        </Text>
        <Badge variant="default" tt="none">
          {answers[duty.mayApply]}
        </Badge>
      </Group>
      <Text size="sm">{duty.asks}</Text>
      <Text size="sm">{formatSentence(duty.reason)}</Text>
      <Text size="sm" c="dimmed">
        {duty.isInForce ? t`It applies since ${day}.` : t`It applies from ${day}.`}{" "}
        {formatSentence(duty.laterActs)}
      </Text>
      <Text size="sm" c="dimmed">
        <Anchor href={duty.address} target="_blank" rel="noreferrer" size="sm">
          {formatSentence(duty.source)}
        </Anchor>
        {" · "}
        {t`checked on ${formatDate(duty.checkedOn)}`}
      </Text>
    </article>
  );
}
