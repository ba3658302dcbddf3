import type { Findings } from "@liftledger/contracts/finding";
import { queryOptions } from "@tanstack/react-query";
import { clientOf, listWhole, clockQuery, type Clocks } from "../../api.ts";

export type Finding = Findings["findings"][number];

/** What is found in what is logged of an initiative. */
export const findingsQuery = (organisationId: string, initiativeId: string, clocks: Clocks) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "findings", clockQuery(clocks)],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getFindings", {
        params: { initiativeId },
        query: clockQuery(clocks),
        signal,
      }),
  });

/** The portfolio on its way to production: rates, and of each initiative what is found and planned. */
export const governanceQuery = (organisationId: string, clocks: Clocks) =>
  queryOptions({
    queryKey: [organisationId, "governance", clockQuery(clocks)],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getGovernance", { query: clockQuery(clocks), signal }),
  });

/** Where a team runs more than one pilot at once, or Scale holds too much. */
export const focusWarningsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "focus-warnings"],
    queryFn: ({ signal }) => clientOf(organisationId).call("getFocusWarnings", { query: {}, signal }),
  });

/** The rules that were declared before their phase and are met: they end an initiative. */
export const metKillRulesQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "kill-rules", "met"],
    queryFn: ({ signal }) => listWhole(organisationId, "listKillRules", { query: { result: "met" }, signal }),
  });

/** What gates decided and let pass, and which phases were entered without one. */
export const gateCountsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "gate-counts"],
    queryFn: ({ signal }) => clientOf(organisationId).call("getGateCounts", { query: {}, signal }),
  });

/** The reviews at which something was let pass, and the phases that were entered without one; the latest first. */
export const passedReviewsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "gate-reviews", "passed"],
    async queryFn({ signal }) {
      const { rows } = await listWhole(organisationId, "listGateReviews", { query: {}, signal });
      return rows.filter(
        ({ status, overrides }) => status === "passed-by" || (status === "decided" && overrides.length > 0),
      );
    },
  });
