/** What is shown of the results of a business case; what is left out is the cautious reading of it. */
export interface CaseResultsSearch {
  /** What counts beside money. */
  basis?: "cash-plus-capacity" | "all" | undefined;
  /** Before the risk of lines; after it where left out. */
  risk?: "before" | undefined;
  /** Estimates that nobody has accepted count too. */
  estimates?: "credited" | undefined;
  scenario?: string | undefined;
  step?: "month" | "quarter" | "year" | undefined;
  /** The figure whose explanation is open, as "scenario:figure". */
  why?: string | undefined;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;

const caseBases = ["cash-plus-capacity", "all"] as const;
const caseSteps = ["month", "quarter", "year"] as const;

export function readCaseResultsSearch(search: Record<string, unknown>): CaseResultsSearch {
  const basis = caseBases.find((one) => one === search["basis"]);
  const step = caseSteps.find((one) => one === search["step"]);
  const [scenario, why] = [search["scenario"], search["why"]].map(textOf);
  return {
    ...(basis === undefined ? {} : { basis }),
    ...(search["risk"] === "before" ? { risk: "before" as const } : {}),
    ...(search["estimates"] === "credited" ? { estimates: "credited" as const } : {}),
    ...(scenario === undefined ? {} : { scenario }),
    ...(step === undefined ? {} : { step }),
    ...(why === undefined ? {} : { why }),
  };
}
