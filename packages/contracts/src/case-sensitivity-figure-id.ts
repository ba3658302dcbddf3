const ends = ["low", "high", "distance", "multiple"] as const;

/**
 * A figure of which line decides: the worth with a line at its low or its high, how far it moves, how many times as planned
 * it breaks even at, or what one of its fields does.
 */
export interface CaseSensitivityFigure {
  caseId: string;
  number: number;
  lineId: string;
  of: (typeof ends)[number] | { field: string };
  /** Whether estimates that nobody has accepted count; at nothing where left out. */
  unsignedEstimates?: "nothing" | "credited" | undefined;
}

/**
 * The id by which `explainFigure` tells how a figure of the sensitivity came about.
 *
 * @example
 * caseSensitivityFigureId({ caseId, number: 2, lineId: "licences", of: "high" }) // "case/…/2/sensitivity/licences/high"
 */
export function caseSensitivityFigureId(figure: CaseSensitivityFigure): string {
  const { caseId, number, lineId, of, unsignedEstimates } = figure;
  const place = typeof of === "string" ? [of] : ["field", of.field];
  const estimates = unsignedEstimates === "credited" ? [unsignedEstimates] : [];
  return ["case", caseId, number, "sensitivity", lineId, ...place, ...estimates].join("/");
}

/** The figure of an id; undefined where it is none of a sensitivity. */
export function readCaseSensitivityFigureId(figureId: string): CaseSensitivityFigure | undefined {
  const [subject, caseId = "", number = "", sensitivity, lineId = "", of, ...rest] = figureId.split("/");
  if (subject !== "case" || sensitivity !== "sensitivity") return undefined;
  if (!/^\d{1,6}$/.test(number) || lineId === "") return undefined;
  const end = ends.find((one) => one === of);
  const [field = "", ...more] = of === "field" ? rest : ["of a line", ...rest];
  if ((end === undefined && of !== "field") || !/^[a-zA-Z ]+$/.test(field)) return undefined;
  const isCredited = more.length === 1 && more[0] === "credited";
  if (more.length > 0 && !isCredited) return undefined;
  return {
    caseId,
    number: Number(number),
    lineId,
    of: end ?? { field },
    ...(isCredited && { unsignedEstimates: "credited" as const }),
  };
}
