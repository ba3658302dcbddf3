import { useMemo, type ReactNode } from "react";
import { ChartCard } from "../../components/charts/chart-card.tsx";
import type { MoneyPoint } from "./crossing.ts";
import { moneyFinding, moneyToDateSpec, moneyToDateTable } from "./money-to-date.ts";

export interface MoneyToDateCardProps {
  points: readonly MoneyPoint[];
  currency: string;
  subtitle: ReactNode;
  height?: number;
  onNote?: (index: number) => void;
}

/** Cumulative value and cost, with the range in which the one passed the other. */
export function MoneyToDateCard({ points, currency, ...card }: MoneyToDateCardProps) {
  const spec = useMemo(() => moneyToDateSpec(points, currency), [points, currency]);
  const table = useMemo(() => moneyToDateTable(points, currency), [points, currency]);
  return <ChartCard title={moneyFinding(points)} spec={spec} table={table} {...card} />;
}
