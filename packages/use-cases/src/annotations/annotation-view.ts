import type { Annotation as WireAnnotation } from "@liftledger/contracts/annotation";
import type { Annotation } from "@liftledger/database/annotations";
import type { PersonNames } from "../people/person-names.ts";

/** A note as it crosses the wire. */
export function annotationView(note: Annotation, nameOf: PersonNames): WireAnnotation {
  return { ...note, createdBy: nameOf(note.createdBy), changedBy: nameOf(note.changedBy) };
}
