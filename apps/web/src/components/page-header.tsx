import { Box, Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

export interface PageHeaderProps {
  /** States the finding; also the document's title. */
  title: string;
  subline?: ReactNode;
  /** What stands on the right: a date picker, a button. */
  aside?: ReactNode;
}

/** Title, one quiet line, and what stands beside them. */
export function PageHeader({ title, subline, aside }: PageHeaderProps) {
  return (
    <Group justify="space-between" align="flex-start" gap="md" mb="lg">
      <title>{`${title} · Liftledger`}</title>
      <Box flex="1 1 320px" miw={0}>
        <Title order={1} fz={{ base: 24, sm: 28 }} lh={1.2}>
          {title}
        </Title>
        {subline !== undefined && (
          <Text c="dimmed" mt={6} maw={860}>
            {subline}
          </Text>
        )}
      </Box>
      {aside}
    </Group>
  );
}
