import type { CasePlan } from "@liftledger/contracts/case-plan";
import { columnNames, isBenefit, pathsOf, type PlanLine } from "./plan-words.ts";

const head = [
  "scenario",
  "line",
  "kind",
  "group",
  "field",
  "from",
  "change",
  "value",
  "currency",
  "evidence",
  "source",
  "owner",
  "acceptedBy",
  "note",
];

/**
 * A plan as rows of a file, by the names of the API: one for each step of each assumption, with where it comes from, then
 * one for each thing that differs in a scenario. Every digit as it was written.
 */
export function planRows(plan: CasePlan): readonly (readonly string[])[] {
  const lines = [...plan.benefits, ...plan.costs];
  return [
    head,
    ...lines.flatMap((line) => lineRows(plan, line)),
    ...plan.scenarios.flatMap(({ name, changes }) =>
      changes.map(({ lineId, field, change }) => {
        const line = lines.find(({ id }) => id === lineId);
        const [how = "", value = ""] = Object.entries(change)[0] ?? [];
        // Without a line it differs in every line.
        const about = line === undefined ? ["", "", ""] : [line.name, ...groupOf(line)];
        return [name, ...about, field, "", how, String(value), line?.currency ?? "", "", "", "", "", ""];
      }),
    ),
  ];
}

function lineRows(plan: CasePlan, line: PlanLine): string[][] {
  const columns = columnNames(plan);
  return pathsOf(line).flatMap(([field, path]) => {
    const assumption =
      line.assumptions.find((one) => one.field === field) ??
      line.assumptions.find((one) => one.field === "line");
    const told = [
      line.currency ?? plan.currency,
      assumption?.evidence ?? "",
      assumption?.source ?? "",
      assumption?.owner ?? line.owner ?? "",
      assumption?.signedBy ?? "",
      assumption?.note ?? "",
    ];
    return path.map(({ from, value }) => {
      const begins = columns.find(({ column }) => column === from)?.name ?? String(from);
      return ["base", line.name, ...groupOf(line), field, begins, "to", value ?? "", ...told];
    });
  });
}

function groupOf(line: PlanLine): [string, string] {
  return isBenefit(line) ? ["benefit", line.class] : ["cost", line.category];
}
