import { Box, Button, Group, Paper, Skeleton, Text, Title } from "@mantine/core";
import { lazy, Suspense, useId, useState, type ReactNode } from "react";
import { FallbackBoundary } from "../fallback-boundary.tsx";
import { useSeen } from "../use-seen.ts";
import { DataTable, type DataTableProps } from "./data-table.tsx";
import type { LineChartSpec } from "./line-chart-spec.ts";

const LineChart = lazy(() => import("./line-chart.tsx").then((module) => ({ default: module.LineChart })));

const column = { display: "flex", flexDirection: "column" } as const;

export interface ChartCardProps {
  /** The finding, not the chart type: "Value passed cost in October 2026". */
  title: string;
  /** How to read the picture. */
  subtitle: ReactNode;
  spec: LineChartSpec;
  table: DataTableProps;
  height?: number;
  headingOrder?: 2 | 3 | 4;
  /** Without a frame of its own, inside another card. */
  bare?: boolean;
}

/**
 * A chart with its finding as title and a real table behind a button. Drawn when it comes into view; where
 * it cannot be drawn its table stands in for it.
 */
export function ChartCard({
  title,
  subtitle,
  spec,
  table,
  height = 280,
  headingOrder = 2,
  bare = false,
}: ChartCardProps) {
  const [asTable, setAsTable] = useState(false);
  const { ref, seen } = useSeen();
  const titleId = useId();
  const content = (
    <>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <Title order={headingOrder} fz={16} fw={700} lh={1.3} id={titleId}>
          {title}
        </Title>
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ flex: "none" }}
          aria-label={`${asTable ? "Chart" : "Table"}: ${title}`}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? "Chart" : "Table"}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mb="xs" component="div">
        {subtitle}
      </Text>
      <Box ref={ref} mih={height} pos="relative" style={{ flex: "1 1 auto", overflow: "hidden" }}>
        {/* Fills a card that is as tall as its neighbour, without making it taller. */}
        <Box pos="absolute" inset={0}>
          {asTable ? (
            <DataTable {...table} height={height} label={`${title}, as a table`} />
          ) : (
            <FallbackBoundary
              fallback={<DataTable {...table} height={height} label={`${title}, as a table`} />}
            >
              <Suspense fallback={<Skeleton height={height} />}>
                {seen ? <LineChart spec={spec} label={title} /> : <Skeleton height={height} />}
              </Suspense>
            </FallbackBoundary>
          )}
        </Box>
      </Box>
    </>
  );
  return bare ? (
    <Box miw={0} style={column}>
      {content}
    </Box>
  ) : (
    <Paper withBorder p="md" miw={0} h="100%" style={column} component="section" aria-labelledby={titleId}>
      {content}
    </Paper>
  );
}
