import type { LearningPrompt } from "@liftledger/contracts/learning";
import { formatDayOf } from "../../components/format-date.ts";
import { decisionNames } from "../gate/gate-words.ts";
import { phaseNames } from "../verdict/verdict-look.ts";
import { t } from "../../words.ts";

/** What was decided at a gate and when: "Gate into Scale, 24 Jun 2026: Advance". */
export function gateDecided({
  into,
  leaving,
  decision,
  decidedAt,
}: NonNullable<LearningPrompt["gate"]>): string {
  const phase = phaseNames[into];
  const day = formatDayOf(decidedAt);
  const what = decisionNames[decision];
  return into === leaving ? t`Gate in ${phase}, ${day}: ${what}` : t`Gate into ${phase}, ${day}: ${what}`;
}
