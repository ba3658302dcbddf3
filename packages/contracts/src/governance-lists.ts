import { DataAsset, DataAssetVersion } from "./data-asset.ts";
import { GateReviewHead, GateRules } from "./gate.ts";
import { KillRule } from "./kill-rule.ts";
import { listOf, versionsOf } from "./list.ts";
import { retiredFilter } from "./retirement.ts";
import { Tool, ToolVersion } from "./tool.ts";
import { Instant, TwoClocks } from "./values.ts";

const asOf = Instant.optional();

/** The lists of gates, kill rules and the registers; a part of the table in `lists.ts`. */
export const governanceLists = {
  listGateReviews: listOf(GateReviewHead, {
    key: ["reviewId"],
    sort: ["openedAt", "endedAt", "initiative", "reviewId"],
    first: "-openedAt",
    filter: ["initiativeId", "status", "decision", "into"],
  }),
  listGateRules: listOf(GateRules, { key: ["version"], sort: ["version"], first: "-version" }),
  listKillRules: listOf(KillRule, {
    key: ["killRuleId"],
    sort: ["declaredAt", "initiative", "killRuleId"],
    first: "declaredAt",
    filter: ["initiativeId", "phase", "measure", "result"],
  }),
  listTools: listOf(Tool, {
    key: ["toolId"],
    sort: ["name", "vendor", "integration", "changedAt", "toolId"],
    first: "name",
    filter: ["vendor", "integration", "explainable", "realTime"],
    also: { ...retiredFilter, ...TwoClocks.shape },
  }),
  listToolVersions: versionsOf(ToolVersion),
  listDataAssets: listOf(DataAsset, {
    key: ["dataAssetId"],
    sort: ["name", "system", "owner", "changedAt", "dataAssetId"],
    first: "name",
    filter: [
      "system",
      "needsCleansing",
      "consistent",
      "reachableByApi",
      "allowedForTraining",
      "personalData",
    ],
    also: { ...retiredFilter, asOf },
  }),
  listDataAssetVersions: versionsOf(DataAssetVersion),
};
