import type { CostLine } from "@liftledger/contracts/initiative";
import type { Tool, ToolFields } from "@liftledger/contracts/tool";
import { t } from "../../words.ts";

/** A tool as it is typed. */
export interface ToolDraft extends Omit<ToolFields, "preVetted" | "rollOut" | "uses"> {
  /** The one that it was made from; 0 of a new one. */
  version: number;
  vettedOn: string;
  vettedBy: string;
  /** The name of the team that takes it up; "" of none. */
  rollOutTeam: string;
  rollOutSince: string;
  /** "" while it goes on. */
  rollOutUntil: string;
  /** The systems of a use, in one text with commas. */
  uses: { initiativeId: string; useCase: string; systems: string }[];
}

export const emptyTool: ToolDraft = {
  version: 0,
  name: "",
  vendor: "",
  integration: "not-known",
  explainable: "not-known",
  realTime: "not-known",
  vettedOn: "",
  vettedBy: "",
  rollOutTeam: "",
  rollOutSince: "",
  rollOutUntil: "",
  note: "",
  uses: [],
  costLineIds: [],
  costPoolIds: [],
};

/** The draft that says what the register says. */
export function draftOf(tool: Tool): ToolDraft {
  return {
    version: tool.version,
    name: tool.name,
    vendor: tool.vendor,
    integration: tool.integration,
    explainable: tool.explainable,
    realTime: tool.realTime,
    vettedOn: tool.preVetted?.on ?? "",
    vettedBy: tool.preVetted?.by ?? "",
    rollOutTeam: tool.rollOut?.team ?? "",
    rollOutSince: tool.rollOut?.since ?? "",
    rollOutUntil: tool.rollOut?.until ?? "",
    note: tool.note,
    uses: tool.uses.map(({ initiativeId, useCase, systems }) => ({
      initiativeId,
      useCase,
      systems: systems.join(", "),
    })),
    costLineIds: tool.costLineIds,
    costPoolIds: tool.costPoolIds,
  };
}

/** What was typed as it is sent, and by field what is missing. */
export function readTool({
  version: _version,
  vettedOn,
  vettedBy,
  // A draft that was kept before there were roll-outs has none of these.
  rollOutTeam: team = "",
  rollOutSince: since = "",
  rollOutUntil: until = "",
  uses,
  ...draft
}: ToolDraft): {
  tool: ToolFields;
  faults: Record<string, string>;
} {
  const faults: Record<string, string> = {};
  if (draft.name.trim() === "") faults["name"] = t`Name it`;
  if (draft.vendor.trim() === "") faults["vendor"] = t`Say whose it is; your own name for one made here`;
  if (vettedOn !== "" && vettedBy.trim() === "") faults["preVetted.by"] = t`Say who checked it`;
  if (vettedOn === "" && vettedBy.trim() !== "") faults["preVetted.on"] = t`Say when`;
  if (team !== "" && since === "") faults["rollOut.since"] = t`Say since when`;
  if (team !== "" && until !== "" && until < since) faults["rollOut.until"] = t`It ends before it begins`;
  for (const [place, { initiativeId, useCase }] of uses.entries()) {
    if (initiativeId === "") faults[`uses.${place}.initiativeId`] = t`Choose an initiative`;
    if (useCase.trim() === "") faults[`uses.${place}.useCase`] = t`Say what for`;
  }
  const isVetted = vettedOn !== "" && vettedBy.trim() !== "";
  return {
    faults,
    tool: {
      ...draft,
      name: draft.name.trim(),
      vendor: draft.vendor.trim(),
      note: draft.note.trim(),
      rollOut: team === "" ? null : { team, since, until: until === "" ? null : until },
      preVetted: isVetted ? { on: vettedOn, by: vettedBy.trim() } : null,
      uses: uses.map(({ initiativeId, useCase, systems }) => ({
        initiativeId,
        useCase: useCase.trim(),
        systems: namesIn(systems),
      })),
    },
  };
}

function namesIn(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ""))];
}

/** Cost lines of one category and one source: they are one tool's together. */
export interface CostGroup {
  category: CostLine["category"];
  source: string;
  firstMonth: string;
  lastMonth: string;
  costLineIds: string[];
}

/** The lines of an initiative in groups, without those that are another tool's. */
export function costGroups(lines: readonly CostLine[], taken: ReadonlySet<string>): CostGroup[] {
  const groups = new Map<string, CostGroup>();
  for (const { costLineId, category, source, month } of lines) {
    if (taken.has(costLineId)) continue;
    const key = JSON.stringify([category, source]);
    const known = groups.get(key) ?? {
      category,
      source,
      firstMonth: month,
      lastMonth: month,
      costLineIds: [],
    };
    known.costLineIds.push(costLineId);
    if (month < known.firstMonth) known.firstMonth = month;
    if (month > known.lastMonth) known.lastMonth = month;
    groups.set(key, known);
  }
  return [...groups.values()];
}
