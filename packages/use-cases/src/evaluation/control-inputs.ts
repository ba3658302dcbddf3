import type { Snapshot } from "@liftledger/database/snapshots";
import { isMature } from "@liftledger/kpis/maturation";
import { firstDay, lastDay } from "@liftledger/kpis/period";
import type { BaselineInput, SnapshotValue } from "@liftledger/roi/benefit-input";
import type { KnownBaseline } from "./known-baselines.ts";

type ControlInputs = Pick<BaselineInput, "controls" | "controlKpis" | "claimedControls">;

/**
 * The control series of a baseline as the engine reads them up to a valuation date: of each the window and the mature
 * periods since the start. One that an initiative claims by then no longer shows what would have happened.
 */
export function controlInputs(
  { controls, before }: KnownBaseline,
  until: string,
  valueOf: (snapshot: Snapshot) => SnapshotValue,
): ControlInputs {
  if (controls.length === 0) return {};
  const first = before[0]?.period;
  const counted = (kpi: (typeof controls)[number]["kpi"], since: readonly Snapshot[]) =>
    since.filter(({ period }) => lastDay(period) <= until && isMature(period, kpi, until));
  return {
    controls: Object.fromEntries(
      controls.map(({ name, kpi, before: window, since }) => [
        name,
        [...window, ...counted(kpi, since)].map((snapshot) => {
          const value = valueOf(snapshot);
          return { ...value, source: { ...value.source, series: name } };
        }),
      ]),
    ),
    controlKpis: Object.fromEntries(controls.map(({ name, kpi }) => [name, kpi])),
    claimedControls: controls
      .filter(({ claims }) =>
        claims.some(
          ({ from, until: end }) =>
            firstDay(from) <= until && (end === null || first === undefined || end >= first),
        ),
      )
      .map(({ name }) => name),
  };
}
