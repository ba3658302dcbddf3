import type { BreakEven } from "@liftledger/contracts/evaluation";
import { Text } from "@mantine/core";
import { useOpenExplanation } from "../explain/use-explain.ts";
import { t } from "../../words.ts";

/** What would break even, in one sentence whose numbers open their explanations. */
export function BreakEvenLine({ breakEven }: { breakEven: BreakEven }) {
  const open = useOpenExplanation();
  return (
    <Text mt="sm" fw={500}>
      {breakEven.parts.map(({ text, figureId }) =>
        figureId === null ? (
          text
        ) : (
          <button
            key={figureId}
            type="button"
            className="figure-button"
            data-figure-id={figureId}
            aria-haspopup="dialog"
            aria-label={t`${text}. Explain`}
            onClick={() => open(figureId)}
          >
            {text}
          </button>
        ),
      )}
    </Text>
  );
}
