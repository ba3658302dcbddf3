import { openGateReview } from "../gates/open-gate-review.ts";
import { declareKillRule } from "../kill-rules/declare-kill-rule.ts";
import { initiativeOf, type Deed, type Made } from "./demo-deed.ts";
import { demoAnalyst } from "./demo-people.ts";
import { instant, weekStart } from "./demo-time.ts";

/** What would end the chat assistant in Scale, said before it is there, and the decision that is asked for at its gate. */
export function gateDeeds(today: string, made: Made): Deed[] {
  return [
    {
      at: instant(weekStart(today, 9), "10:15"),
      async act(ctx) {
        await declareKillRule(
          { ...ctx, actor: demoAnalyst },
          {
            initiativeId: initiativeOf(made, "chat"),
            phase: "scale",
            measure: "net-roi",
            when: "under",
            limit: "0.2",
            afterMonths: 6,
          },
        );
      },
    },
    {
      at: instant(weekStart(today, 1), "13:45"),
      async act(ctx) {
        await openGateReview(
          { ...ctx, actor: demoAnalyst },
          {
            initiativeId: initiativeOf(made, "chat"),
            decision: "advance",
            reason: "Its lift holds against the group that it leaves out; two more countries wait for it.",
            overrides: [],
          },
        );
      },
    },
  ];
}
