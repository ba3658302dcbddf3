import { Button, Group, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../../words.ts";

interface ChartHeadingProps {
  title: string;
  /** The same with what opens in it. */
  heading?: ReactNode;
  titleId: string;
  order: 2 | 3 | 4;
  asTable: boolean;
  onTurn: () => void;
}

/** The finding of a picture, and the button that turns it into a table and back. */
export function ChartHeading({ title, heading = title, titleId, order, asTable, onTurn }: ChartHeadingProps) {
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
      <Title order={order} fz={16} fw={700} lh={1.3} id={titleId}>
        {heading}
      </Title>
      <Button
        variant="subtle"
        size="compact-sm"
        style={{ flex: "none" }}
        aria-label={asTable ? t`Chart: ${title}` : t`Table: ${title}`}
        onClick={onTurn}
      >
        {asTable ? t`Chart` : t`Table`}
      </Button>
    </Group>
  );
}
