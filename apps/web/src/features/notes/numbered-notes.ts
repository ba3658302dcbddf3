import type { Annotation } from "@liftledger/contracts/annotation";

/** A note with the number by which charts and list name it. */
export interface NumberedNote extends Annotation {
  number: number;
}

/** Notes by day, the first is 1. */
export function numberedNotes(notes: readonly Annotation[]): NumberedNote[] {
  const key = ({ from, annotationId }: Annotation) => `${from} ${annotationId}`;
  return notes
    .toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
    .map((note, place) => ({ ...note, number: place + 1 }));
}
