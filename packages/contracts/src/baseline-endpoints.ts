import { z } from "zod";
import { BaselinePreview, BaselinePreviewQuery } from "./baseline-preview.ts";
import { Id } from "./ids.ts";
import { Baseline, NewBaseline, UnfreezeBaseline } from "./initiative.ts";
import { lists } from "./lists.ts";

const seriesParams = z.object({ seriesId: Id });

/** What goes into the endpoints of baselines and what comes out; a part of the table in `endpoints.ts`. */
export const baselineEndpoints = {
  previewBaseline: {
    summary: "What a benefit would stand on and come to with another baseline; nothing is written",
    params: z.object({ benefitId: Id }),
    query: BaselinePreviewQuery,
    output: BaselinePreview,
    status: 200,
  },
  listControlCandidates: {
    summary: "The series that the baseline of a benefit might be compared with, and why others cannot be",
    params: z.object({ benefitId: Id }),
    ...lists.listControlCandidates,
    status: 200,
  },
  draftBaseline: {
    summary: "Draft a baseline: the ladder says what the data allows",
    body: NewBaseline,
    output: Baseline,
    status: 201,
    idempotent: true,
  },
  getBaseline: {
    summary: "One baseline",
    params: z.object({ baselineId: Id }),
    output: Baseline,
    status: 200,
  },
  listBaselines: {
    summary: "The baselines of a series",
    params: seriesParams,
    ...lists.listBaselines,
    status: 200,
  },
  freezeBaseline: {
    summary: "Freeze a baseline that somebody else drafted, with a digest of the revisions it stands on",
    params: z.object({ baselineId: Id }),
    output: Baseline,
    status: 200,
    idempotent: true,
  },
  unfreezeBaseline: {
    summary: "Take a frozen baseline back to a draft, with a reason; what it froze stays readable",
    params: z.object({ baselineId: Id }),
    body: UnfreezeBaseline,
    output: Baseline,
    status: 200,
    idempotent: true,
  },
} as const;
