import { Box, Paper, Skeleton, Text } from "@mantine/core";
import { lazy, Suspense, useId, useMemo, useState, type ReactNode } from "react";
import { FallbackBoundary } from "../fallback-boundary.tsx";
import { useSeen } from "../use-seen.ts";
import { ChartHeading } from "./chart-heading.tsx";
import { DataTable, type DataTableProps } from "./data-table.tsx";
import type { LineChartSpec } from "./line-chart-spec.ts";
import { PointChooser } from "./point-chooser.tsx";
import { t } from "../../words.ts";

const LineChart = lazy(() => import("./line-chart.tsx").then((module) => ({ default: module.LineChart })));

const column = { display: "flex", flexDirection: "column" } as const;

export interface ChartCardProps {
  /** The finding, not the chart type: "Value passed cost in October 2026". */
  title: string;
  /** The same with what opens in it. */
  heading?: ReactNode;
  /** How to read the picture. */
  subtitle: ReactNode;
  spec: LineChartSpec;
  table: DataTableProps;
  height?: number;
  headingOrder?: 2 | 3 | 4;
  /** Without a frame of its own, inside another card. */
  bare?: boolean;
  /** Lets a reader choose a point and note what happened there. */
  onNote?: ((index: number) => void) | undefined;
  /** Below the chart: what its numbers stand for. */
  footer?: ReactNode;
}

/**
 * A chart with its finding as title and a real table behind a button. Drawn when it comes into view; where
 * it cannot be drawn its table stands in for it.
 */
export function ChartCard({
  title,
  heading,
  subtitle,
  spec,
  table,
  height = 280,
  headingOrder = 2,
  bare = false,
  onNote,
  footer,
}: ChartCardProps) {
  const [asTable, setAsTable] = useState(false);
  const [chosen, setChosen] = useState<number>();
  const marked = useMemo(() => withChosen(spec, chosen), [spec, chosen]);
  const { ref, seen } = useSeen();
  const titleId = useId();
  const content = (
    <>
      <ChartHeading
        title={title}
        heading={heading}
        titleId={titleId}
        order={headingOrder}
        asTable={asTable}
        onTurn={() => setAsTable(!asTable)}
      />
      <Text size="sm" c="dimmed" mb="xs" component="div">
        {subtitle}
      </Text>
      <Box ref={ref} mih={height} pos="relative" style={{ flex: "1 1 auto", overflow: "hidden" }}>
        {/* Fills a card that is as tall as its neighbour, without making it taller. */}
        <Box pos="absolute" inset={0}>
          {asTable ? (
            <DataTable {...table} height={height} label={t`${title}, as a table`} />
          ) : (
            <FallbackBoundary
              fallback={<DataTable {...table} height={height} label={t`${title}, as a table`} />}
            >
              <Suspense fallback={<Skeleton height={height} />}>
                {seen ? (
                  <LineChart
                    spec={marked}
                    label={title}
                    onPoint={onNote === undefined ? undefined : setChosen}
                  />
                ) : (
                  <Skeleton height={height} />
                )}
              </Suspense>
            </FallbackBoundary>
          )}
        </Box>
      </Box>
      {onNote !== undefined && !asTable && spec.titles.length > 0 && (
        <PointChooser
          titles={spec.titles}
          chart={title}
          chosen={chosen}
          onChoose={setChosen}
          onNote={(index) => {
            setChosen(undefined);
            onNote(index);
          }}
        />
      )}
      {footer}
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

/** The chart with the point that is chosen, named at its foot as notes are. */
function withChosen(spec: LineChartSpec, chosen: number | undefined): LineChartSpec {
  if (chosen === undefined) return spec;
  return { ...spec, notes: [...(spec.notes ?? []), { at: chosen, label: t`here` }] };
}
