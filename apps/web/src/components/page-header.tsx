import { Box, Group, Skeleton, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

export interface PageHeaderProps {
  /** States the finding; also the document's title. */
  title: string;
  /** The same with what opens in it. */
  heading?: ReactNode;
  subline?: ReactNode;
  /** What stands on the right: a date picker, a button. */
  aside?: ReactNode;
}

/** Title, one quiet line, and what stands beside them. */
export function PageHeader({ title, heading = title, subline, aside }: PageHeaderProps) {
  return (
    <Group justify="space-between" align="flex-start" gap="md" mb="lg">
      <title>{/* no text: the name */ `${title} · Liftledger`}</title>
      <Box flex="1 1 320px" miw={0}>
        <Title order={1} fz={{ base: 24, sm: 28 }} lh={1.2}>
          {heading}
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

/** The header while its finding is computed: as high as what replaces it. Plain once nothing will come. */
export function PageHeaderSkeleton({ title, waiting }: { title: string; waiting: boolean }) {
  if (!waiting) return <PageHeader title={title} />;
  return (
    <Group justify="space-between" align="flex-start" gap="md" mb="lg" aria-busy="true">
      <title>{/* no text: the name */ `${title} · Liftledger`}</title>
      <Box flex="1 1 320px" miw={0}>
        <h1 className="visually-hidden">{title}</h1>
        <Skeleton h={{ base: 58, sm: 34 }} maw={640} />
        <Skeleton h={{ base: 100, sm: 50 }} maw={860} mt={6} />
      </Box>
      <Skeleton h={52} w={150} />
    </Group>
  );
}
