import { Button, Code, List, Text } from "@mantine/core";
import { EntryFrame } from "./entry-frame.tsx";

/** Nobody can sign in yet: where the link is that makes the first admin. */
export function SetUpHint({ isGuest }: { isGuest: boolean }) {
  return (
    <EntryFrame
      title="Set up Liftledger first"
      subline="The first admin is made with a link that only who started the server can see."
    >
      <List type="ordered" spacing="xs">
        <List.Item>Go to where Liftledger was started: its terminal, or its log.</List.Item>
        <List.Item>
          Open the link printed there; it has <Code>/access#</Code> in it.
        </List.Item>
      </List>
      <Text size="sm" c="dimmed">
        The link counts once, for 30 minutes. Restart Liftledger to have another printed.
      </Text>
      {isGuest && (
        <Button variant="default" component="a" href="/demo/portfolio">
          Look at the demo
        </Button>
      )}
    </EntryFrame>
  );
}
