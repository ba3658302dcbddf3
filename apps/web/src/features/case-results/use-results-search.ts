import { useNavigate, useSearch } from "@tanstack/react-router";
import { readCaseResultsSearch, type CaseResultsSearch } from "../../search-params.ts";

/** What the address says is shown of the results, and how to show something else. */
export function useResultsSearch() {
  const search = readCaseResultsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const show = (next: CaseResultsSearch) =>
    void navigate({ to: ".", search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  return {
    basis: search.basis ?? ("cash" as const),
    risk: search.risk ?? ("after" as const),
    estimates: search.estimates ?? ("nothing" as const),
    scenario: search.scenario ?? baseScenario,
    step: search.step,
    why: search.why,
    show,
  };
}

/** What the engine calls the plan itself. */
export const baseScenario = /* no text: a name of the engine */ "Base";
