import type { Figure } from "@liftledger/contracts/evaluation";
import { Text } from "@mantine/core";
import { FigureButton } from "./figure-button.tsx";
import { figureRange } from "./figure-text.ts";
import { t } from "../../words.ts";

/** A figure that is read first in its card, with its likely range behind it. */
export function LikelyFigure({ figure }: { figure: Figure }) {
  return (
    <Text fz={22} fw={700} lh={1.25} component="div">
      <FigureButton figure={figure} />{" "}
      <Text
        span
        size="sm"
        c="dimmed"
        fw={400}
        className="tabular"
      >{t`likely ${figureRange(figure) ?? ""}`}</Text>
    </Text>
  );
}
