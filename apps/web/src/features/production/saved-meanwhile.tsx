import type { ProductionFacts } from "@liftledger/contracts/production-facts";
import { Button, Card, Group, Text } from "@mantine/core";
import { formatInstant } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { changedFacts, typedFacts, type ProductionDraft } from "./production-draft.ts";
import type { FactKey } from "./production-facts.ts";
import { factWords } from "./production-words.ts";
import { t } from "../../words.ts";

export interface SavedMeanwhileProps {
  /** What stands now. */
  facts: ProductionFacts;
  draft: ProductionDraft;
  onKeep: () => void;
  onDrop: () => void;
}

const namesOf = (facts: readonly FactKey[]) => facts.map((fact) => factWords[fact].name).join("; ");

/** Said where somebody saved since this draft was begun: who, when, what they changed, and what both have changed. */
export function SavedMeanwhile({ facts, draft, onKeep, onDrop }: SavedMeanwhileProps) {
  const theirs = changedFacts(draft.base, typedFacts(facts, readerLocale));
  const both = changedFacts(draft.base, draft.typed).filter((fact) => theirs.includes(fact));
  const [by, at] = [facts.recordedBy ?? "", formatInstant(facts.recordedAt ?? "")];
  return (
    <Card withBorder padding="md" role="status">
      <Text>{t`${by} saved version ${facts.version} since you began (${at}). What you typed is still here.`}</Text>
      <Text size="sm">
        {theirs.length === 0
          ? t`None of these facts is another one by it.`
          : t`Since then it says something else of: ${namesOf(theirs)}.`}
      </Text>
      {both.length > 0 && (
        <Text size="sm">{t`You changed these too, and yours would take its place: ${namesOf(both)}.`}</Text>
      )}
      <Group gap="sm" mt="sm">
        <Button
          variant="default"
          onClick={onKeep}
        >{t`Take up what stands now, and keep what I typed`}</Button>
        <Button variant="subtle" onClick={onDrop}>{t`Throw mine away`}</Button>
      </Group>
    </Card>
  );
}
