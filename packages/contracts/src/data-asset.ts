import { z } from "zod";
import { Id } from "./ids.ts";
import { Known } from "./known.ts";
import { Retired } from "./retirement.ts";
import { Instant, VersionNumber } from "./values.ts";

const Name = z.string().trim().min(1).max(80);
const Text = z.string().trim().min(1).max(400);

const isEachOnce = (values: readonly string[]) => new Set(values).size === values.length;
const Ids = z.array(Id).max(200).refine(isEachOnce, { message: "each once" }).default([]);

/** What is recorded of data: where they live, in what state they are, and what they may be used for. */
const fields = {
  name: Name,
  /** The system they live in. */
  system: Name,
  owner: Name.nullable(),
  needsCleansing: Known,
  /** What needs cleansing; empty where nothing does or nobody has looked. */
  cleansing: z.string().trim().max(400).default(""),
  /** Whether systems that hold them say the same. */
  consistent: Known,
  reachableByApi: Known,
  allowedForTraining: Known,
  personalData: Known,
  /** On what personal data are processed: consent, a contract; null where nobody has said. */
  privacyBasis: Text.nullable(),
  /** For how long they are kept; null where nobody has said. */
  retention: Text.nullable(),
  note: z.string().trim().max(400).default(""),
  seriesIds: Ids,
  initiativeIds: Ids,
};

const saysWhat = ({ needsCleansing, cleansing }: { needsCleansing: Known; cleansing: string }) =>
  needsCleansing !== "yes" || cleansing !== "";
const what = { message: "what needs cleansing", path: ["cleansing"] };

export const DataAssetFields = z.strictObject(fields).refine(saysWhat, what);
export type DataAssetFields = z.infer<typeof DataAssetFields>;

/** Takes the place of what was recorded as a whole. */
export const ChangeDataAsset = z.strictObject({ ...fields, version: VersionNumber }).refine(saysWhat, what);
export type ChangeDataAsset = z.infer<typeof ChangeDataAsset>;

/** Data in the inventory. */
export const DataAsset = z.object({
  dataAssetId: Id,
  ...fields,
  cleansing: z.string(),
  note: z.string(),
  seriesIds: z.array(Id),
  initiativeIds: z.array(Id),
  /** Those series and initiatives as people call them, in the same order. */
  series: z.array(z.string()),
  initiatives: z.array(z.string()),
  /** What stands in the way of using them, each in a sentence. */
  gaps: z.array(z.string()),
  changedAt: Instant,
  changedBy: z.string(),
  version: z.number().int(),
  retired: Retired,
});
export type DataAsset = z.infer<typeof DataAsset>;

/** What the inventory said of data at one version; people, series and initiatives by their names now. */
export const DataAssetVersion = DataAsset.omit({
  gaps: true,
  changedAt: true,
  changedBy: true,
  retired: true,
}).extend({ recordedAt: Instant, recordedBy: z.string() });
export type DataAssetVersion = z.infer<typeof DataAssetVersion>;
