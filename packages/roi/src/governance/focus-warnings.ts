import { listInWords } from "@liftledger/kpis/list-in-words";
import type { Phase } from "../phase.ts";
import { isFound, sourceText, thresholds, type ThresholdKey } from "./thresholds.ts";

/** What runs at once: initiatives, and roll-outs of tools that belong to none. */
export interface RunningWork {
  id: string;
  name: string;
  team: string;
  kind: "initiative" | "tool-roll-out";
  /** The phase of an initiative; null for the roll-out of a tool. */
  phase: Phase | null;
}

/** Too much at once. */
export interface FocusWarning {
  key: Extract<ThresholdKey, "pilotsPerTeam" | "useCasesInScale">;
  /** The team, where it is about one. */
  team: string | null;
  count: number;
  limit: number;
  ids: string[];
  text: string;
}

/**
 * Warnings where a team runs more than one pilot or roll-out at once, and where Scale holds more than three use
 * cases. They stop nobody. Teams in the order of their names.
 *
 * @example focusWarnings([{ id: "1", name: "Chat", team: "Sales", kind: "initiative", phase: "pilots" }]) // []
 */
export function focusWarnings(running: readonly RunningWork[]): FocusWarning[] {
  const piloting = running.filter(({ kind, phase }) => kind === "tool-roll-out" || phase === "pilots");
  const teams = [...new Set(piloting.map(({ team }) => team))].toSorted();
  const perTeam = teams.flatMap((team) => {
    const own = piloting.filter((work) => work.team === team);
    return warned("pilotsPerTeam", own, team, `${team} runs`, "pilots and roll-outs at once; begin with one");
  });
  const scaling = running.filter(({ phase }) => phase === "scale");
  return [
    ...perTeam,
    ...warned("useCasesInScale", scaling, null, "Scale holds", "use cases at once; it takes two or three"),
  ];
}

function warned(
  key: FocusWarning["key"],
  works: readonly RunningWork[],
  team: string | null,
  who: string,
  what: string,
): FocusWarning[] {
  const count = works.length;
  if (!isFound(key, count)) return [];
  const names = listInWords(works.map(({ name }) => name));
  const text = `${who} ${count} ${what} (${sourceText(key)}): ${names}.`;
  return [{ key, team, count, limit: thresholds[key].value, ids: works.map(({ id }) => id), text }];
}
