import type { Portfolio } from "@liftledger/contracts/portfolio";
import { NoteDialog } from "../notes/note-dialog.tsx";
import { pointOf } from "../notes/noted-point.ts";

interface PortfolioNoteProps {
  portfolio: Portfolio;
  /** The point of its chart. */
  index: number;
  onClose: () => void;
}

/** A note on a point of the portfolio's chart, about an initiative that is to be chosen. */
export function PortfolioNote({ portfolio: { rows, toDate }, index, onClose }: PortfolioNoteProps) {
  const things = rows.map(({ initiativeId, name }) => ({ key: initiativeId, name, on: { initiativeId } }));
  return <NoteDialog subject="portfolio" things={things} at={pointOf(toDate[index])} onClose={onClose} />;
}
