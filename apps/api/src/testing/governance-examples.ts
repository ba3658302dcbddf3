import { examples } from "@liftledger/contracts/examples";
import { NewLearning } from "@liftledger/contracts/learning";
import type { Context } from "@liftledger/use-cases/context";
import { addLearning } from "@liftledger/use-cases/learnings/add-learning";
import { makeInitiative } from "@liftledger/use-cases/testing/example-initiative";
import { openWorkSplitRound } from "@liftledger/use-cases/work-split/open-work-split-round";

/** Makes what the examples of learnings and of the survey are about. */
export function governancePreparations(
  ctx: Context,
): Record<string, () => Promise<{ ids: Record<string, string> }>> {
  const round = async () => {
    const { roundId } = await openWorkSplitRound(ctx, { week: "2026-W21" });
    return { ids: { roundId } };
  };
  return {
    async changeLearning() {
      const { initiativeId } = await makeInitiative(ctx, "Send times");
      const written = NewLearning.parse({ ...(examples.addLearning.body as object), initiativeId });
      const { learningId } = await addLearning(ctx, written);
      return { ids: { learningId } };
    },
    closeWorkSplitRound: round,
    answerWorkSplit: round,
  };
}
