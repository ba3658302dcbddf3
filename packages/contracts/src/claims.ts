import { z } from "zod";
import { Id, KpiKey } from "./ids.ts";
import { Retired } from "./retirement.ts";
import { Instant, IsoDate, ShareText, VersionNumber } from "./values.ts";

const Segment = z.array(z.string().trim().min(1).max(120)).max(6);

/** Days in which the same claims are held on the lift of a series, or on the money it shares. */
const ClaimStretch = z.object({
  /** "2026-W15 to 2026-W20", "2026-W21 and later". */
  label: z.string(),
  firstDay: IsoDate,
  /** Null where it has no end. */
  lastDay: IsoDate.nullable(),
  held: z.array(
    z.object({
      benefitId: Id,
      initiativeId: Id,
      initiative: z.string(),
      seriesId: Id,
      series: z.string(),
      share: ShareText,
    }),
  ),
  claimed: ShareText,
  unclaimed: ShareText,
});

/** Who claims what of a series in which periods, and what nobody claims. */
export const SeriesClaims = z.object({
  seriesId: Id,
  series: z.string(),
  /** The money it shares with other series, whose claims are then among these. */
  pool: z.object({ poolId: Id, name: z.string(), segment: Segment }).nullable(),
  stretches: z.array(ClaimStretch),
});
export type SeriesClaims = z.infer<typeof SeriesClaims>;

export const SeriesClaimsQuery = z.object({ asOf: Instant.optional() });

const PoolSeries = z.strictObject({
  seriesId: Id,
  /** Which part of the money: [] is all of it, ["EMEA", "search"] a segment of a segment. */
  segment: Segment.default([]),
});

/** Money that several series share: no part of it is claimed twice in any period. */
export const ValuePool = z.object({
  poolId: Id,
  name: z.string(),
  series: z.array(z.object({ seriesId: Id, segment: Segment })),
  /** KPIs whose series all draw on it, each on the segment of its scope. */
  kpiKeys: z.array(KpiKey),
  version: z.number().int(),
  createdAt: Instant,
  retired: Retired,
});
export type ValuePool = z.infer<typeof ValuePool>;

const PoolName = z.string().trim().min(1).max(80);
const PoolMembers = {
  series: z.array(PoolSeries).max(500),
  kpiKeys: z.array(KpiKey).max(50),
};

/** Whether claims that together exceed the whole are scaled pro rata, each with what it was before. */
export const ProRata = z.boolean();

export const NewValuePool = z.strictObject({
  name: PoolName,
  series: PoolMembers.series.default([]),
  kpiKeys: PoolMembers.kpiKeys.default([]),
  proRata: ProRata.optional(),
});

/** What is left out stays; series and KPIs take the place of those that were members. */
export const ChangeValuePool = z.strictObject({
  version: VersionNumber,
  name: PoolName.optional(),
  series: PoolMembers.series.optional(),
  kpiKeys: PoolMembers.kpiKeys.optional(),
  proRata: ProRata.optional(),
});
