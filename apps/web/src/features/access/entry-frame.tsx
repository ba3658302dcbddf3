import { Card, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

export interface EntryFrameProps {
  title: string;
  /** One quiet line below the title. */
  subline?: ReactNode;
  children?: ReactNode;
}

/** A page for who is not in yet: one card in the middle, nothing beside it. */
export function EntryFrame({ title, subline, children }: EntryFrameProps) {
  return (
    <Stack component="main" align="center" mih="100vh" px="md" py={{ base: "xl", sm: 96 }} gap="lg">
      <title>{/* no text: the name */ `${title} · Liftledger`}</title>
      <Text fw={800} fz="lg">
        {/* no text: the name */ "Liftledger"}
      </Text>
      <Card withBorder padding="lg" w="100%" maw={420}>
        <Stack gap="md">
          <div>
            <Title order={1} fz={24} lh={1.2}>
              {title}
            </Title>
            {subline !== undefined && (
              <Text c="dimmed" mt={6}>
                {subline}
              </Text>
            )}
          </div>
          {children}
        </Stack>
      </Card>
    </Stack>
  );
}
