import { Button, Card, Group, Text } from "@mantine/core";
import { t } from "../words.ts";

export interface OvertakenProps {
  /** Who saved in the meantime. */
  by: string;
  onKeep: () => void;
  onDrop: () => void;
}

/** Said where somebody saved another version since this one was begun: nothing is overwritten unasked. */
export function Overtaken({ by, onKeep, onDrop }: OvertakenProps) {
  return (
    <Card withBorder padding="md" role="status">
      <Text mb="sm">{t`${by} saved another version since you began. What you typed is still here.`}</Text>
      <Group gap="sm">
        <Button variant="default" onClick={onKeep}>{t`Go on with mine, in place of it`}</Button>
        <Button variant="subtle" onClick={onDrop}>{t`Throw mine away`}</Button>
      </Group>
    </Card>
  );
}
