import { Table, Text } from "@mantine/core";
import { readerLocale } from "../../components/reader-locale.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { showDecimal } from "../../components/typed-number.ts";
import { percentOfShare } from "../../components/decimal-share.ts";
import { phaseNames } from "../verdict/verdict-look.ts";
import { t } from "../../words.ts";

export interface BandRow {
  phase: keyof typeof phaseNames;
  floor: string | null;
  ceiling: string | null;
  note?: string;
  /** Whether the published band stands for it. */
  isPublished?: boolean;
}

/** The bands of the phases, floor and ceiling beside each other. */
export function BandTable({ label, rows }: { label: string; rows: readonly BandRow[] }) {
  return (
    <ScrollRegion label={label}>
      <Table fz="sm" verticalSpacing={6} className="tabular" maw={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`Phase`}</Table.Th>
            <Table.Th ta="right">{t`ROI at least`}</Table.Th>
            <Table.Th ta="right">{t`Up to`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ phase, floor, ceiling, note, isPublished = false }) => (
            <Table.Tr key={phase}>
              <Table.Th scope="row" fw={500}>
                {phaseNames[phase]}
                {note !== undefined && (
                  <Text size="xs" c="dimmed" fw={400}>
                    {note}
                  </Text>
                )}
              </Table.Th>
              {isPublished ? (
                <Table.Td ta="right" colSpan={2} c="dimmed">
                  {t`as published`}
                </Table.Td>
              ) : (
                <>
                  <Table.Td ta="right">{floor === null ? "–" : percent(floor)}</Table.Td>
                  <Table.Td ta="right">
                    {floor === null ? "–" : ceiling === null ? t`open` : percent(ceiling)}
                  </Table.Td>
                </>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function percent(ratio: string): string {
  return `${showDecimal(percentOfShare(ratio), readerLocale)}%`;
}
