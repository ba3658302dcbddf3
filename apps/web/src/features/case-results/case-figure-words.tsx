import { OpeningButton } from "../../components/opening-button.tsx";
import { metricRows } from "./metric-rows.ts";
import { t } from "../../words.ts";

interface CaseFigureWordsProps {
  /** "Base:netPresentValue". */
  figure: string;
  text: string;
  onOpen: (figure: string) => void;
}

/** A figure of a plan within a sentence: opens how it came about. */
export function CaseFigureWords({ figure, text, onOpen }: CaseFigureWordsProps) {
  const name = metricRows.find(({ key }) => figure.endsWith(`:${key}`))?.name;
  return (
    <OpeningButton
      className="figure-button in-sentence"
      data-figure={figure}
      aria-description={name === undefined ? t`Explain` : t`${name}. Explain`}
      onClick={() => onOpen(figure)}
    >
      {text}
    </OpeningButton>
  );
}
