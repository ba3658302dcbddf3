import type { DataAsset, DataAssetFields } from "@liftledger/contracts/data-asset";
import { t } from "../../words.ts";

/** Data as they are typed. */
export interface DataDraft extends Omit<DataAssetFields, "owner" | "privacyBasis" | "retention"> {
  /** The one that it was made from; 0 of new ones. */
  version: number;
  owner: string;
  privacyBasis: string;
  retention: string;
}

export const emptyData: DataDraft = {
  version: 0,
  name: "",
  system: "",
  owner: "",
  needsCleansing: "not-known",
  cleansing: "",
  consistent: "not-known",
  reachableByApi: "not-known",
  allowedForTraining: "not-known",
  personalData: "not-known",
  privacyBasis: "",
  retention: "",
  note: "",
  seriesIds: [],
  initiativeIds: [],
};

/** The draft that says what the inventory says. */
export function draftOf(asset: DataAsset): DataDraft {
  return {
    version: asset.version,
    name: asset.name,
    system: asset.system,
    owner: asset.owner ?? "",
    needsCleansing: asset.needsCleansing,
    cleansing: asset.cleansing,
    consistent: asset.consistent,
    reachableByApi: asset.reachableByApi,
    allowedForTraining: asset.allowedForTraining,
    personalData: asset.personalData,
    privacyBasis: asset.privacyBasis ?? "",
    retention: asset.retention ?? "",
    note: asset.note,
    seriesIds: asset.seriesIds,
    initiativeIds: asset.initiativeIds,
  };
}

/** What was typed as it is sent, and by field what is missing. */
export function readData({ version: _version, ...draft }: DataDraft): {
  data: DataAssetFields;
  faults: Record<string, string>;
} {
  const faults: Record<string, string> = {};
  if (draft.name.trim() === "") faults["name"] = t`Name them`;
  if (draft.system.trim() === "") faults["system"] = t`Say where they live`;
  const cleansing = draft.needsCleansing === "yes" ? draft.cleansing.trim() : "";
  if (draft.needsCleansing === "yes" && cleansing === "") faults["cleansing"] = t`Say what needs cleansing`;
  return {
    faults,
    data: {
      ...draft,
      name: draft.name.trim(),
      system: draft.system.trim(),
      note: draft.note.trim(),
      cleansing,
      owner: textOrNull(draft.owner),
      privacyBasis: draft.personalData === "no" ? null : textOrNull(draft.privacyBasis),
      retention: textOrNull(draft.retention),
    },
  };
}

function textOrNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
