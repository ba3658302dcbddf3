import { Button, Code, List, Text } from "@mantine/core";
import { EntryFrame } from "./entry-frame.tsx";
import { t, tx } from "../../words.ts";

/** Nobody can sign in yet: where the link is that makes the first admin. */
export function SetUpHint({ isGuest }: { isGuest: boolean }) {
  return (
    <EntryFrame
      title={t`Set up Liftledger first`}
      subline={t`The first admin is made with a link that only who started the server can see.`}
    >
      <List type="ordered" spacing="xs">
        <List.Item>{t`Go to where Liftledger was started: its terminal, or its log.`}</List.Item>
        <List.Item>{tx`Open the link printed there; it has ${<Code>{/* no text: part of an address */ "/access#"}</Code>} in it.`}</List.Item>
      </List>
      <Text
        size="sm"
        c="dimmed"
      >{t`The link counts once, for 30 minutes. Restart Liftledger to have another printed.`}</Text>
      {isGuest && (
        <Button variant="default" component="a" href="/demo/portfolio">{t`Look at the demo`}</Button>
      )}
    </EntryFrame>
  );
}
