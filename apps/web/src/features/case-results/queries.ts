import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { clientOf, clockQuery, listWhole, type Clocks } from "../../api.ts";

/** Which version of which case. */
export interface CasePlace {
  caseId: string;
  number: number;
}

const keyOf = (organisationId: string, { caseId, number }: CasePlace) =>
  [organisationId, "case", caseId, "version", number] as const;

export type UnsignedEstimates = "nothing" | "credited";

export const caseEvaluationQuery = (
  organisationId: string,
  place: CasePlace,
  unsignedEstimates: UnsignedEstimates,
  asOf?: string | undefined,
) =>
  queryOptions({
    queryKey: [...keyOf(organisationId, place), "evaluation", unsignedEstimates, asOf ?? null],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("evaluateCaseVersion", {
        params: place,
        query: { unsignedEstimates, ...(asOf === undefined ? {} : { asOf }) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

export interface WantedFlows {
  scenario: string;
  step: "month" | "quarter" | "year";
  amounts: "credited" | "adjusted";
  unsignedEstimates: UnsignedEstimates;
  asOf: string | undefined;
}

export const caseFlowsQuery = (organisationId: string, place: CasePlace, { asOf, ...wanted }: WantedFlows) =>
  queryOptions({
    queryKey: [...keyOf(organisationId, place), "cash-flows", wanted, asOf ?? null],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listCaseFlows", {
        params: place,
        query: { ...wanted, ...(asOf === undefined ? {} : { asOf }) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

export const caseDifferencesQuery = (organisationId: string, place: CasePlace, against: number) =>
  queryOptions({
    queryKey: [...keyOf(organisationId, place), "differences", against],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listCaseDifferences", { params: place, query: { against }, signal }),
  });

export const caseCommentsQuery = (organisationId: string, place: CasePlace) =>
  queryOptions({
    queryKey: [...keyOf(organisationId, place), "comments"],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listCaseComments", { params: place, query: { sort: "createdAt" }, signal }),
  });

export interface WantedSimulation {
  scenario: string;
  basis: "cash" | "cash-plus-capacity" | "all";
  unsignedEstimates: UnsignedEstimates;
  asOf: string | undefined;
}

/** How a version may turn out over many runs; reckoned by the server, which answers a second time what it kept. */
export const caseSimulationQuery = (
  organisationId: string,
  place: CasePlace,
  { asOf, ...wanted }: WantedSimulation,
) =>
  queryOptions({
    queryKey: [...keyOf(organisationId, place), "simulation", wanted, asOf ?? null],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("simulateCaseVersion", {
        params: place,
        query: { ...wanted, ...(asOf === undefined ? {} : { asOf }) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

/** A version held against what was measured and booked of it. */
export const caseActualsQuery = (
  organisationId: string,
  place: CasePlace,
  { basis, ...clocks }: Clocks & { basis: WantedSimulation["basis"] },
) =>
  queryOptions({
    queryKey: [...keyOf(organisationId, place), "actuals", basis, clockQuery(clocks)],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getCaseActuals", {
        params: place,
        query: { basis, ...clockQuery(clocks) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
