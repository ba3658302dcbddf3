import { z } from "zod";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";
import { ChangeSavedView, NewSavedView, SavedView } from "./saved-view.ts";

const viewParams = z.object({ viewId: Id });

/** What goes into the endpoints of saved views and what comes out; a part of the table in `endpoints.ts`. */
export const savedViewEndpoints = {
  listSavedViews: {
    summary: "One's own saved views, and those that others share in the organisation",
    ...lists.listSavedViews,
    status: 200,
  },
  saveView: {
    summary: "Save filters, order, grouping and period of a page under a name",
    body: NewSavedView,
    output: SavedView,
    status: 201,
    idempotent: true,
  },
  changeSavedView: {
    summary:
      "Rename one's own view, share it, make it the one the page opens with, or save other filters under it",
    params: viewParams,
    body: ChangeSavedView,
    output: SavedView,
    status: 200,
    idempotent: true,
  },
  removeSavedView: {
    summary: "Remove one's own saved view; the audit chain keeps what it was",
    params: viewParams,
    output: z.object({ removed: z.literal(true) }),
    status: 200,
    idempotent: true,
  },
} as const;
