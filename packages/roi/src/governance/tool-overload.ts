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

/** Several initiatives or several vendors with a tool on one series, or for one use case. */
export interface ToolOverload {
  key: Extract<
    ThresholdKey,
    "initiativesPerSeries" | "vendorsPerSeries" | "initiativesPerUseCase" | "vendorsPerUseCase"
  >;
  /** The series, or the use case. */
  on: string;
  count: number;
  /** The initiatives, or the vendors. */
  names: string[];
  text: string;
}

/**
 * Where tools crowd: several initiatives or vendors with one on the same series, or for the same use case. Initiatives
 * that share their tool for a use case do not crowd there. In the order of the series' and use cases' names; a tool that
 * one initiative has twice counts once.
 *
 * @example toolOverload([]) // []
 */
export function toolOverload(tools: readonly ToolInUse[]): ToolOverload[] {
  const onSeries = (of: "initiative" | "vendor") =>
    grouped(tools.flatMap((tool) => tool.series.map((on) => ({ on, of: tool[of] }))));
  const ofUseCase = (of: "initiative" | "vendor" | "toolId", among = tools) =>
    grouped(among.map((tool) => ({ on: tool.useCase, of: tool[of] })));
  const several = new Set(ofUseCase("toolId").flatMap(([on, ids]) => (ids.length > 1 ? [on] : [])));
  const notShared = tools.filter(({ useCase }) => several.has(useCase));
  return [
    ...onSeries("initiative").flatMap(([on, names]) =>
      crowded("initiativesPerSeries", on, names, "initiatives with tools move"),
    ),
    ...onSeries("vendor").flatMap(([on, names]) =>
      crowded("vendorsPerSeries", on, names, "vendors have a tool that moves"),
    ),
    ...ofUseCase("initiative", notShared).flatMap(([on, names]) =>
      crowded("initiativesPerUseCase", on, names, "initiatives have different tools for"),
    ),
    ...ofUseCase("vendor").flatMap(([on, names]) =>
      crowded("vendorsPerUseCase", on, names, "vendors have a tool for"),
    ),
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
