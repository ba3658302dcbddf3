import { queryOptions } from "@tanstack/react-query";
import { listWhole } from "../../api.ts";
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
