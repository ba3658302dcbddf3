import { Paper, Text } from "@mantine/core";
import type { ReactNode } from "react";

export interface FigureCardProps {
  label: string;
  /** The number, usually a button that explains it. */
  value: ReactNode;
  detail?: ReactNode;
}

/** One figure, large, with what it is above and what qualifies it below. */
export function FigureCard({ label, value, detail }: FigureCardProps) {
  return (
    <Paper withBorder px="md" py="sm" miw={0}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz={{ base: 22, sm: 25 }} fw={700} lh={1.25} className="tabular" component="div">
        {value}
      </Text>
      {detail !== undefined && (
        <Text size="sm" c="dimmed" className="tabular" component="div">
          {detail}
        </Text>
      )}
    </Paper>
  );
}
