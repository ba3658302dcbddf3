import type { AlertSettings } from "@liftledger/contracts/alert-settings";
import { Table, Text } from "@mantine/core";
import { ruleWords } from "./rule-words.ts";

/** The head of a rule's row: its name, and under it when it speaks. */
export function RuleHead({ rule }: { rule: keyof AlertSettings["rules"] }) {
  const { name, when } = ruleWords[rule];
  return (
    <Table.Th scope="row" fw={600}>
      {name}
      <Text size="sm" c="dimmed" fw={400}>
        {when}
      </Text>
    </Table.Th>
  );
}
