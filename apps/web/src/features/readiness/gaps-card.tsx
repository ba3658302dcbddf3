import type { Readiness } from "@liftledger/contracts/readiness";
import { Paper, Text, Title } from "@mantine/core";
import { phaseNames } from "../verdict/verdict-look.ts";
import classes from "./gaps-card.module.css";
import { ScoreBar } from "./score-bar.tsx";
import { t } from "../../words.ts";

/** The five gaps at one look: how far each is closed, against what the phase needs. */
export function GapsCard({ readiness }: { readiness: Readiness }) {
  const { gaps, questions, into } = readiness;
  const neededOf = (gap: string) =>
    Math.max(...questions.filter((one) => one.gap === gap).map(({ needed }) => needed));
  const phase = phaseNames[into];
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="gaps">
      <Title order={2} fz={18} id="gaps">
        {t`Five gaps, and what ${phase} needs`}
      </Title>
      <Text
        size="sm"
        c="dimmed"
        mb="sm"
      >{t`Point: the lower of a gap’s two scores, of 5. Line: what the phase needs. A score with nothing to show for it counts as 0.`}</Text>
      <ul className={classes["gaps"]}>
        {gaps.map(({ key, name, score, isClosed }) => (
          <li key={key} className={classes["gap"]}>
            <a href={`#gap-${key}`} className={classes["name"]}>
              {name}
            </a>
            <span className={classes["bar"]}>
              <ScoreBar score={score} needed={neededOf(key)} />
            </span>
            <Text size="sm" className="tabular" component="span" ta="end">
              {isClosed ? t`${score}, needs ${neededOf(key)}, closed` : t`${score}, needs ${neededOf(key)}`}
            </Text>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
