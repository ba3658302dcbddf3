import type { ProductionFacts } from "@liftledger/contracts/production-facts";
import { Paper, Text, Title } from "@mantine/core";
import { FactRow } from "./fact-row.tsx";
import { factGroups, factSaid } from "./production-words.ts";
import { useLedToFact } from "./use-led-to-fact.ts";
import { t } from "../../words.ts";

/** What is recorded of what an initiative needs in production, to read. */
export function ProductionView({ facts }: { facts: ProductionFacts }) {
  useLedToFact();
  return factGroups.map(({ key, title, facts: group }) => (
    <Paper withBorder p="md" component="section" key={key} aria-labelledby={key}>
      <Title order={2} fz={18} mb="sm" id={key}>
        {title}
      </Title>
      {group.map((fact) => (
        <FactRow key={fact} fact={fact}>
          <Said words={factSaid(fact, facts)} />
        </FactRow>
      ))}
    </Paper>
  ));
}

function Said({ words }: { words: string | null }) {
  return words === null ? <Text c="dimmed">{t`Not recorded`}</Text> : <Text>{words}</Text>;
}
