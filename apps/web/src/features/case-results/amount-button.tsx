import { ExplainButton } from "../explain/explain-button.tsx";
import { t } from "../../words.ts";

interface AmountButtonProps {
  figureId: string;
  text: string;
  /** What it is, for a reader who hears it out of its row: "Licences, planned". */
  name: string;
}

/** A number of a comparison that opens how it came about. */
export function AmountButton({ figureId, text, name }: AmountButtonProps) {
  return (
    <ExplainButton figureId={figureId} aria-label={t`${text}, ${name}. Explain`}>
      {text}
    </ExplainButton>
  );
}
