import { csvListOf } from "@liftledger/contracts/csv-lists";
import { endpointPaths, type EndpointName, type EndpointPath } from "@liftledger/contracts/endpoint-paths";
import { describe, expect, it } from "vitest";
import { ledgerLists } from "./ledger-lists.ts";

/** Lists of one thing among many, which other lists have whole. */
const parts: EndpointName[] = [
  "getKpi",
  "listApprovals",
  "listLearningPrompts",
  "listControlCandidates",
  "listSnapshotRevisions",
  "listHoldOutRevisions",
  "getBenchmarkSet",
  "getLogSheet",
  "listUnitValues",
  "getPortfolio",
  "listCaseDifferences",
  "listCaseComments",
  "listCaseFlows",
  "listCaseResults",
  "listCaseTemplates",
  "listCaseVariances",
];

/** What is no part of the ledger: how the server is doing, and what became of what it sent. */
const ofTheServer: EndpointName[] = ["listJobs", "listDigests"];

describe("ledgerLists", () => {
  it("has every list of the endpoint table", () => {
    const names = (Object.keys(endpointPaths) as EndpointName[]).filter(
      (name) =>
        csvListOf(name) !== undefined && ![...parts, ...ofTheServer].includes(name) && !isForPeopleOnly(name),
    );
    const source = Object.values(ledgerLists).join("\n");
    expect(names.filter((name) => !source.includes(`"${name}"`) && !viaHelper.includes(name))).toEqual([]);
    expect(Object.keys(ledgerLists)).toHaveLength(names.length);
  });
});

/** Of accounts, sessions and keys. */
function isForPeopleOnly(name: EndpointName): boolean {
  const { needs }: EndpointPath = endpointPaths[name];
  return needs === "session";
}

/** Called by a function that the table names. */
const viaHelper: EndpointName[] = ["listSeries", "listInitiatives", "listCases"];
