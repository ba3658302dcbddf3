import type { NumberedNote } from "../notes/numbered-notes.ts";
import { withNotes } from "../notes/with-notes.ts";
import { useMemo, type ReactNode } from "react";
import { ChartCard } from "../../components/charts/chart-card.tsx";
import type { MoneyPoint } from "./crossing.ts";
import { moneyFinding, moneyToDateSpec, moneyToDateTable } from "./money-to-date.ts";

export interface MoneyToDateCardProps {
  points: readonly MoneyPoint[];
  currency: string;
  subtitle: ReactNode;
  height?: number;
  /** What is named on it at the day it happened. */
  notes?: readonly NumberedNote[] | undefined;
  footer?: ReactNode;
  onNote?: ((index: number) => void) | undefined;
}

/** Cumulative value and cost, with the range in which the one passed the other. */
export function MoneyToDateCard({ points, currency, notes = none, ...card }: MoneyToDateCardProps) {
  const spec = useMemo(() => {
    const lastDays = points.map(({ lastDay }) => lastDay);
    return withNotes(moneyToDateSpec(points, currency), lastDays, notes);
  }, [points, currency, notes]);
  const table = useMemo(() => moneyToDateTable(points, currency), [points, currency]);
  return <ChartCard title={moneyFinding(points)} spec={spec} table={table} {...card} />;
}

const none: readonly NumberedNote[] = [];
