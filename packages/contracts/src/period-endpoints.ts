import { z } from "zod";
import { lists } from "./lists.ts";
import { ClosePreview, Period, ReopenedPeriods, ReopenPeriod, ReopenPeriods } from "./period-close.ts";
import { MonthText } from "./values.ts";

const monthParams = z.object({ month: MonthText });

/** What goes into the endpoints of the months of the books and what comes out; a part of the table in `endpoints.ts`. */
export const periodEndpoints = {
  listPeriods: {
    summary: "The months, latest first: open or closed, and what is missing in each",
    ...lists.listPeriods,
    status: 200,
  },
  previewClose: {
    summary:
      "What closing a month would settle: what is missing in it, and which benefits are not valued in it",
    params: monthParams,
    output: ClosePreview,
    status: 200,
  },
  closePeriod: {
    summary: "Close a month: what would change it is refused from now on",
    params: monthParams,
    output: Period,
    status: 200,
    idempotent: true,
  },
  reopenPeriod: {
    summary: "Open a closed month again, with a reason; leaves a restatement",
    params: monthParams,
    body: ReopenPeriod,
    output: Period,
    status: 200,
    idempotent: true,
  },
  reopenPeriods: {
    summary: "Open every closed month from one on, with one reason; leaves a restatement of each",
    body: ReopenPeriods,
    output: ReopenedPeriods,
    status: 200,
    idempotent: true,
  },
  listRestatements: {
    summary: "The months that were opened again: why, and the figures before and after",
    ...lists.listRestatements,
    status: 200,
  },
} as const;
