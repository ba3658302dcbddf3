import { Paper, Text } from "@mantine/core";
import { useId, useState, type ReactNode } from "react";
import { ChartHeading } from "./chart-heading.tsx";
import { DataTable, type DataTableProps } from "./data-table.tsx";
import { t } from "../../words.ts";

interface PictureCardProps {
  /** The finding. */
  title: string;
  /** The same with what opens in it. */
  heading?: ReactNode;
  /** How to read the picture. */
  subtitle: ReactNode;
  /** What one does with the picture, which its table has not: "Press a bar to see what it is made of." */
  hint?: string;
  table: DataTableProps;
  children: ReactNode;
}

/** A picture made of plain elements, as tall as it is, with its finding as title and a real table behind a button. */
export function PictureCard({ title, heading, subtitle, hint, table, children }: PictureCardProps) {
  const [asTable, setAsTable] = useState(false);
  const titleId = useId();
  return (
    <Paper withBorder p="md" miw={0} component="section" aria-labelledby={titleId}>
      <ChartHeading
        title={title}
        heading={heading}
        titleId={titleId}
        order={3}
        asTable={asTable}
        onTurn={() => setAsTable(!asTable)}
      />
      <Text size="sm" c="dimmed" mb="sm" component="div">
        {subtitle}
        {!asTable && hint !== undefined && <> {hint}</>}
      </Text>
      {asTable ? <DataTable {...table} label={t`${title}, as a table`} /> : children}
    </Paper>
  );
}
