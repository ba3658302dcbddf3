import { z } from "zod";
import { Id } from "./ids.ts";
import { Retired } from "./retirement.ts";
import { DecimalText, Instant, IsoDate, KeptVersionNumber, VersionNumber } from "./values.ts";

const Band = z.strictObject({
  /** Ratios on the set's basis: "0.3" is 30%. The floor belongs to the band, the ceiling does not. */
  floor: DecimalText,
  /** Null where it is open above. */
  ceiling: DecimalText.nullable().default(null),
});

/** A phase that is left out keeps the published band. Foundation has none: it is judged by what is ready. */
const Bands = z.strictObject({
  pilots: Band.nullable().default(null),
  scale: Band.nullable().default(null),
  transform: Band.nullable().default(null),
});

/** What a version of a set says. */
const SetFacts = z.strictObject({
  /** Net is value less cost over cost; gross is value over cost, and read as net by taking the cost off. */
  basis: z.enum(["net", "gross"]).default("net"),
  /** Only what is cumulative is held against what came back since the first spend. */
  span: z.enum(["cumulative", "in-phase", "annualised"]).default("cumulative"),
  source: z.string().trim().min(1).max(200),
  caveat: z.string().trim().max(400).default(""),
  bands: Bands,
  /** The day from which it is in force. */
  validFrom: IsoDate,
  /** Somebody else than who enters it. */
  approvedBy: z.string().trim().min(1).max(80),
});

export const NewBenchmarkSet = z.strictObject({
  name: z.string().trim().min(1).max(80),
  ...SetFacts.shape,
});
export type NewBenchmarkSet = z.infer<typeof NewBenchmarkSet>;

/** The next version of a set, made from the one that `version` names. */
export const ChangeBenchmarkSet = z.strictObject({ version: VersionNumber, ...SetFacts.shape });
export type ChangeBenchmarkSet = z.infer<typeof ChangeBenchmarkSet>;

/** An organisation's own benchmarks, in one version. */
export const BenchmarkSet = z.object({
  setId: Id,
  name: z.string(),
  version: z.number().int(),
  ...SetFacts.shape,
  recordedAt: Instant,
  recordedBy: z.string(),
  retired: Retired,
});
export type BenchmarkSet = z.infer<typeof BenchmarkSet>;

/** By what initiatives are judged from a day on. */
export const BenchmarkChoice = z.object({
  /** Null where it holds for every initiative that has no choice of its own. */
  initiativeId: Id.nullable(),
  initiative: z.string().nullable(),
  /** Whether the verdict is given against it, or only told beside. */
  purpose: z.enum(["verdict", "beside"]),
  /** From 1; the last one in force counts. */
  version: z.number().int(),
  judgedBy: z.enum(["own", "published", "organisation"]),
  setId: Id.nullable(),
  set: z.string().nullable(),
  validFrom: IsoDate,
  reason: z.string(),
  recordedAt: Instant,
  recordedBy: z.string(),
});
export type BenchmarkChoice = z.infer<typeof BenchmarkChoice>;

export const ChooseBenchmarks = z.strictObject({
  /** Left out for the whole organisation. */
  initiativeId: Id.optional(),
  purpose: z.enum(["verdict", "beside"]).default("verdict"),
  /** "own" names a set; "published" is the library; "organisation" lets go of an initiative's own choice. */
  judgedBy: z.enum(["own", "published", "organisation"]),
  setId: Id.optional(),
  /** The day from which it counts; today when left out. */
  validFrom: IsoDate.optional(),
  reason: z.string().trim().max(400).default(""),
  /** The version of the last choice for the same initiative and purpose; 0 where there was none. */
  version: KeptVersionNumber,
});
export type ChooseBenchmarks = z.infer<typeof ChooseBenchmarks>;
