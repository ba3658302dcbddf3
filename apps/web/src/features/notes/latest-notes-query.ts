import { queryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";
import { numberedNotes } from "./numbered-notes.ts";

/** As many as a chart of everything can name. */
const latest = 8;

/** The latest notes on initiatives and series, numbered from the first day on. */
export const latestNotesQuery = (organisationId: string) =>
  queryOptions({
    queryKey: [organisationId, "annotations", "latest"],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("listAnnotations", { query: { sort: "-from", limit: latest }, signal }),
    select: ({ rows }) => numberedNotes(rows),
  });
