import type { AlertKey } from "./alert-rules.ts";

/** What to do about each alert, in one sentence. */
export const alertHelp: Readonly<Record<AlertKey, string>> = {
  "missing-week": "Log the period, or say why it is not there; until then it stays out of every figure.",
  "late-cost":
    "Book the cost of the month, 0 where there was none; until then the verdict counts less than all of it.",
  "verdict-changed": "Read why, and decide whether it goes on as it is.",
  "lift-gone": "Look at the latest periods: what changed in the channel, the offer or the tool?",
  "baseline-disturbed": "Look at the corrections; unfreeze and freeze the baseline again where they matter.",
  "budget-overrun":
    "Say where the money went, and have a new version of the business case approved, or spend less.",
  "claim-conflict": "Settle who claims which share of the lift, so that no money is counted twice.",
  "gate-due": "Gather what the gate asks for and review it: advance, hold or stop.",
  "roadmap-late": "Finish the task, give it another date, or hand it to somebody else.",
  "case-waiting": "Approve the business case, or return it with what is missing.",
};
