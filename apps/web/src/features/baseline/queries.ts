import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";
import { previewQueryOf, type BaselineDraft } from "./baseline-request.ts";

export const seriesQuery = (organisationId: string, seriesId: string) =>
  queryOptions({
    queryKey: [organisationId, "series", seriesId, "head"],
    queryFn: ({ signal }) => clientOf(organisationId).call("getSeries", { params: { seriesId }, signal }),
  });

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
