import { useOpenExplanation } from "../explain/use-explain.ts";
import { t } from "../../words.ts";

interface AmountButtonProps {
  figureId: string;
  text: string;
  /** What it is, for a reader who hears it out of its row: "Licences, planned". */
  name: string;
}

/** A number of a comparison that opens how it came about. */
export function AmountButton({ figureId, text, name }: AmountButtonProps) {
  const open = useOpenExplanation();
  return (
    <button
      type="button"
      className="figure-button"
      data-figure-id={figureId}
      aria-haspopup="dialog"
      aria-label={t`${text}, ${name}. Explain`}
      onClick={() => open(figureId)}
    >
      {text}
    </button>
  );
}
