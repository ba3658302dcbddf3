import { queryOptions } from "@tanstack/react-query";
import { clientOf, listWhole } from "../../api.ts";
import { numberedNotes } from "./numbered-notes.ts";

/** The notes on an initiative and on the series it claims, numbered from the first day on. */
export const notesQuery = (organisationId: string, initiativeId: string) =>
  queryOptions({
    queryKey: [organisationId, "initiative", initiativeId, "annotations"],
    queryFn: ({ signal }) =>
      listWhole(organisationId, "listAnnotations", { query: { initiativeId }, signal }),
    select: ({ rows }) => numberedNotes(rows),
  });

/** The notes on a series, numbered from the first day on. */
export const seriesNotesQuery = (organisationId: string, seriesId: string) =>
  queryOptions({
    queryKey: [organisationId, "series", seriesId, "annotations"],
    queryFn: ({ signal }) => listWhole(organisationId, "listAnnotations", { query: { seriesId }, signal }),
    select: ({ rows }) => numberedNotes(rows),
  });

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
