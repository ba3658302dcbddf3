import { z } from "zod";
import { Annotation, ChangeAnnotation, NewAnnotation } from "./annotation.ts";
import { Id } from "./ids.ts";
import { lists } from "./lists.ts";

const annotationParams = z.object({ annotationId: Id });

/** What goes into the endpoints of annotations and what comes out; a part of the table in `endpoints.ts`. */
export const annotationEndpoints = {
  listAnnotations: {
    summary: "The notes that stand, latest day first; of an initiative also those on the series it claims",
    ...lists.listAnnotations,
    status: 200,
  },
  addAnnotation: {
    summary: "Note what happened on a day or in a period, on an initiative or on a series",
    body: NewAnnotation,
    output: Annotation,
    status: 201,
    idempotent: true,
  },
  changeAnnotation: {
    summary: "Write a note anew",
    params: annotationParams,
    body: ChangeAnnotation,
    output: Annotation,
    status: 200,
    idempotent: true,
  },
  retractAnnotation: {
    summary: "Take a note back; the audit chain keeps what it said",
    params: annotationParams,
    output: z.object({ retracted: z.literal(true) }),
    status: 200,
    idempotent: true,
  },
} as const;
