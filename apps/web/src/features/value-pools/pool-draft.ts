import type { ValuePool } from "@liftledger/contracts/claims";

/** A pool as it is typed: the part of each series as text, "EMEA / search"; empty is all of the money. */
export interface PoolDraft {
  name: string;
  kpiKeys: string[];
  seriesIds: string[];
  parts: Record<string, string>;
}

export const emptyPool: PoolDraft = { name: "", kpiKeys: [], seriesIds: [], parts: {} };

export function draftOfPool({ name, kpiKeys, series }: ValuePool): PoolDraft {
  return {
    name,
    kpiKeys: [...kpiKeys],
    seriesIds: series.map(({ seriesId }) => seriesId),
    parts: Object.fromEntries(series.map(({ seriesId, segment }) => [seriesId, segment.join(" / ")])),
  };
}

/** What is sent of a draft. */
export function poolOfDraft({ name, kpiKeys, seriesIds, parts }: PoolDraft) {
  return {
    name: name.trim(),
    kpiKeys,
    series: seriesIds.map((seriesId) => ({ seriesId, segment: segmentOf(parts[seriesId] ?? "") })),
  };
}

function segmentOf(text: string): string[] {
  return text
    .split("/")
    .map((step) => step.trim())
    .filter((step) => step !== "");
}
