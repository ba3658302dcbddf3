import { listInWords } from "@liftledger/kpis/list-in-words";
import { isFound, sourceText, type ThresholdKey } from "./thresholds.ts";

/** One tool in use by one initiative. */
export interface ToolInUse {
  toolId: string;
  tool: string;
  vendor: string;
  initiativeId: string;
  initiative: string;
  useCase: string;
  /** The series that the initiative claims. */
  series: readonly string[];
  /** The systems it reads from or writes to. */
  systems: readonly string[];
}

/** Several initiatives with a tool on one series, or several vendors for one use case. */
export interface ToolOverload {
  key: Extract<ThresholdKey, "initiativesPerSeries" | "vendorsPerUseCase">;
  /** The series, or the use case. */
  on: string;
  count: number;
  /** The initiatives, or the vendors. */
  names: string[];
  text: string;
}

/**
 * Where tools crowd: several initiatives with one on the same series, several vendors for the same use case. In the
 * order of the series' and use cases' names; a tool that one initiative has twice counts once.
 *
 * @example toolOverload([]) // []
 */
export function toolOverload(tools: readonly ToolInUse[]): ToolOverload[] {
  const bySeries = grouped(tools.flatMap((tool) => tool.series.map((on) => ({ on, of: tool.initiative }))));
  const byUseCase = grouped(tools.map(({ useCase: on, vendor: of }) => ({ on, of })));
  return [
    ...bySeries.flatMap(([on, names]) =>
      crowded("initiativesPerSeries", on, names, "initiatives with tools move"),
    ),
    ...byUseCase.flatMap(([on, names]) => crowded("vendorsPerUseCase", on, names, "vendors have a tool for")),
  ];
}

/** The systems that each initiative touches, by the initiatives' names; the systems sorted, each once. */
export function systemsTouched(
  tools: readonly ToolInUse[],
): { initiativeId: string; initiative: string; systems: string[] }[] {
  const initiatives = new Map(tools.map(({ initiativeId, initiative }) => [initiativeId, initiative]));
  return [...initiatives]
    .map(([initiativeId, initiative]) => {
      const own = tools.filter((tool) => tool.initiativeId === initiativeId);
      return {
        initiativeId,
        initiative,
        systems: [...new Set(own.flatMap(({ systems }) => systems))].toSorted(),
      };
    })
    .toSorted((a, b) => (a.initiative < b.initiative ? -1 : 1));
}

function crowded(key: ToolOverload["key"], on: string, names: string[], what: string): ToolOverload[] {
  if (!isFound(key, names.length)) return [];
  const text = `${names.length} ${what} ${on} (${sourceText(key)}): ${listInWords(names)}.`;
  return [{ key, on, count: names.length, names, text }];
}

function grouped(pairs: readonly { on: string; of: string }[]): [on: string, names: string[]][] {
  const groups = new Map<string, Set<string>>();
  for (const { on, of } of pairs) groups.set(on, (groups.get(on) ?? new Set()).add(of));
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, names]) => [on, [...names].toSorted()]);
}
