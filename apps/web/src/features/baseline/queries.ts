import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";
import { controlQueryOf, previewQueryOf, type BaselineDraft } from "./baseline-request.ts";

export const seriesQuery = (organisationId: string, seriesId: string) =>
  queryOptions({
    queryKey: [organisationId, "series", seriesId, "head"],
    queryFn: ({ signal }) => clientOf(organisationId).call("getSeries", { params: { seriesId }, signal }),
  });

/** What the baseline of a benefit might be compared with over its window; the last ones stay while others are asked for. */
export const controlCandidatesQuery = (organisationId: string, benefitId: string, draft: BaselineDraft) => {
  const query = { ...controlQueryOf(draft), limit: 500 };
  return queryOptions({
    queryKey: [organisationId, "benefit", benefitId, "control-candidates", query],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("listControlCandidates", { params: { benefitId }, query, signal }),
    placeholderData: (before) => before,
  });
};

/** What a benefit would come to on a baseline; the last good picture stays while another is asked for. */
export const baselinePreviewQuery = (organisationId: string, benefitId: string, draft: BaselineDraft) => {
  const query = previewQueryOf(draft);
  return queryOptions({
    queryKey: [organisationId, "benefit", benefitId, "baseline-preview", query],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("previewBaseline", { params: { benefitId }, query, signal }),
    placeholderData: (before) => before,
  });
};
