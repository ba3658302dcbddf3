import type { Baseline, NewBaseline } from "@liftledger/contracts/initiative";
import { addPeriods, listPeriods } from "@liftledger/kpis/period";

/** What is asked of a baseline, as chosen: empty where the usual is wanted. */
export interface BaselineDraft {
  /** The first period that is measured against it; empty for the one that stands. */
  start: string;
  from: string;
  to: string;
  leftOut: string[];
  declareTrend: boolean;
  /** Series it is compared with, the one to be taken off first, and how; empty where the history decides. */
  controls: string[];
  method: "" | "weigh" | "subtract";
}

export const emptyBaseline: BaselineDraft = {
  start: "",
  from: "",
  to: "",
  leftOut: [],
  declareTrend: false,
  controls: [],
  method: "",
};

/** What asks for the same as a baseline did, on the numbers as they are now. A trend is declared anew. */
export function draftLike(baseline: Baseline): BaselineDraft {
  const { interventionStart, preFrom, windowTo, leftOut, controls, controlMethod } = baseline;
  return {
    start: interventionStart,
    from: preFrom ?? "",
    to: windowTo ?? "",
    leftOut: [...leftOut],
    declareTrend: false,
    controls: controls.map(({ seriesId }) => seriesId),
    method: controlMethod ?? "",
  };
}

/** What the preview is asked for. */
export function previewQueryOf(draft: BaselineDraft) {
  const { declareTrend, controls } = draft;
  return {
    ...controlQueryOf(draft),
    ...(declareTrend ? { declareTrend: "true" as const } : {}),
    ...(controls.length === 0 ? {} : { controlSeriesIds: controls.join(",") }),
  };
}

/** What is asked of the series that it might be compared with: what decides whether one fits. */
export function controlQueryOf({ start, from, to, leftOut, controls, method }: BaselineDraft) {
  return {
    ...(start === "" ? {} : { interventionStart: start }),
    ...(from === "" ? {} : { from }),
    ...(to === "" ? {} : { to }),
    ...(leftOut.length === 0 ? {} : { leftOut: leftOut.join(",") }),
    ...(controls.length === 0 || method === "" ? {} : { controlMethod: method }),
  };
}

/** What is drafted: the same as was previewed, from the start that the preview named. */
export function newBaselineOf(
  { from, to, leftOut, declareTrend, controls, method }: BaselineDraft,
  { seriesId, interventionStart }: { seriesId: string; interventionStart: string },
): NewBaseline {
  return {
    seriesId,
    interventionStart,
    ...(from === "" ? {} : { from }),
    ...(to === "" ? {} : { to }),
    ...(leftOut.length === 0 ? {} : { leftOut }),
    ...(declareTrend ? { declareTrend } : {}),
    ...(controls.length === 0 ? {} : { controlSeriesIds: controls }),
    ...(controls.length === 0 || method === "" ? {} : { controlMethod: method }),
  };
}

/** The draft with another window: what was left out and is not within it any more is forgotten, as is a wrong order. */
export function withWindow(
  draft: BaselineDraft,
  next: Partial<Pick<BaselineDraft, "start" | "from" | "to">>,
  start: string,
): BaselineDraft {
  const begins = next.start ?? start;
  const changed = { ...draft, ...next };
  const last = addPeriods(begins, -1);
  const to = changed.to !== "" && changed.to > last ? "" : changed.to;
  const end = to === "" ? last : to;
  const from = changed.from !== "" && changed.from > end ? "" : changed.from;
  const leftOut = changed.leftOut.filter((period) => period <= end && (from === "" || period >= from));
  return { ...changed, from, to, leftOut };
}

/** The periods one may choose a window from: those of the series before the start, latest first. */
export function periodsBefore(start: string, firstPeriod: string | null): string[] {
  if (firstPeriod === null || firstPeriod >= start) return [];
  return listPeriods(firstPeriod, addPeriods(start, -1)).toReversed();
}
