import { Badge, Button, Group, Paper, SimpleGrid, Text } from "@mantine/core";
import type { Learning } from "@liftledger/contracts/learning";
import { useState } from "react";
import { formatDayOf } from "../../components/format-date.ts";
import { LearningForm } from "./learning-form.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { occasionNames } from "./learning-words.ts";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { t } from "../../words.ts";

export interface LearningCardProps {
  learning: Learning;
  canWrite: boolean;
  /** Its initiative is not named on its own page. */
  isOnItsPage?: boolean;
}

/** What was expected, what happened, what speaks against it; side by side where there is room. */
export function LearningCard({ learning, canWrite, isOnItsPage = false }: LearningCardProps) {
  const [isChanging, setChanging] = useState(false);
  const { initiativeId, learningId, kpis, initiative } = learning;
  if (isChanging) {
    return (
      <Paper withBorder p="md">
        <LearningForm
          initiativeId={initiativeId}
          learning={learning}
          first={{ occasion: learning.occasion, kpiKeys: kpis.map(({ kpiKey }) => kpiKey) }}
          onDone={() => setChanging(false)}
        />
      </Paper>
    );
  }
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={`learning-${learningId}`}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Heading learning={learning} isOnItsPage={isOnItsPage} />
        {canWrite && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => setChanging(true)}
            aria-label={t`Change what was learned of ${initiative}`}
          >{t`Change`}</Button>
        )}
      </Group>
      <Said learning={learning} />
      <Group gap="xs" mt="sm">
        {kpis.map(({ kpiKey, name }) => (
          <Badge key={kpiKey} variant="default" tt="none" fw={500}>
            {name}
          </Badge>
        ))}
        <Text size="sm" c="dimmed">
          {[learning.createdBy, formatDayOf(learning.createdAt)].join(" · ")}
        </Text>
      </Group>
    </Paper>
  );
}

function Heading({ learning, isOnItsPage }: Pick<LearningCardProps, "learning"> & { isOnItsPage: boolean }) {
  const { learningId, initiativeId, initiative, sentence, occasion } = learning;
  if (isOnItsPage) {
    return (
      <Text fw={600} id={`learning-${learningId}`}>
        {occasionNames[occasion]}
      </Text>
    );
  }
  return (
    <div style={{ flex: "1 1 280px", minWidth: 0 }}>
      <InitiativeLink initiativeId={initiativeId} fw={600} id={`learning-${learningId}`}>
        {initiative}
      </InitiativeLink>
      <Text size="sm" c="dimmed">
        “{formatSentence(sentence)}” · {occasionNames[occasion]}
      </Text>
    </div>
  );
}

/** The three things that are written, each under its name. */
export function Said({ learning }: { learning: Pick<Learning, "expected" | "happened" | "contradicting"> }) {
  const { expected, happened, contradicting } = learning;
  const said = [
    { name: t`Expected`, text: expected },
    { name: t`Happened`, text: happened },
    { name: t`Speaks against it`, text: contradicting === "" ? t`Nothing is written.` : contradicting },
  ];
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md" mt="sm">
      {said.map(({ name, text }) => (
        <div key={name}>
          <Text size="sm" c="dimmed">
            {name}
          </Text>
          <Text style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>{text}</Text>
        </div>
      ))}
    </SimpleGrid>
  );
}
