import { z } from "zod";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";
import {
  CloseWorkSplitRound,
  CountedWorkSplitAnswer,
  NewWorkSplitRound,
  WorkSplitAnswer,
  WorkSplitRound,
} from "./work-split.ts";

const roundParams = z.object({ roundId: Id });

/** What goes into the endpoints of the survey and what comes out; a part of the table in `endpoints.ts`. */
export const workSplitEndpoints = {
  listWorkSplitRounds: {
    summary: "The rounds of the survey of how work is split, each with its pooled result once it is closed",
    ...lists.listWorkSplitRounds,
    status: 200,
  },
  openWorkSplitRound: {
    summary: "Ask a team, or everybody, how many hours of a week were mechanical and how many strategic",
    body: NewWorkSplitRound,
    output: WorkSplitRound,
    status: 201,
    idempotent: true,
  },
  closeWorkSplitRound: {
    summary: "Close a round: its result is told where three have answered",
    params: roundParams,
    body: CloseWorkSplitRound,
    output: WorkSplitRound,
    status: 200,
    idempotent: true,
  },
  answerWorkSplit: {
    summary: "Answer once in a round; the hours are added to its sums and kept nowhere else",
    params: roundParams,
    body: WorkSplitAnswer,
    output: CountedWorkSplitAnswer,
    status: 200,
  },
} as const;
