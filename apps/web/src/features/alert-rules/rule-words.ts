import type { AlertSettingsFields, Audience } from "@liftledger/contracts/alert-settings";
import { t } from "../../words.ts";

type Rule = keyof AlertSettingsFields["rules"];

/** What each rule is called, and when it tells somebody. */
export const ruleWords: Record<Rule, { name: string; when: string }> = {
  "missing-week": { name: t`Missing week`, when: t`A period is not logged a week after it ended` },
  "late-cost": { name: t`Late cost`, when: t`A month’s cost is not booked ten days after it ended` },
  "verdict-changed": { name: t`Verdict changed`, when: t`The verdict is another than before` },
  "lift-gone": { name: t`Lift gone`, when: t`The latest weeks no longer show the gain there was` },
  "baseline-disturbed": {
    name: t`Baseline disturbed`,
    when: t`A period under a frozen baseline was corrected`,
  },
  "budget-overrun": { name: t`Budget overrun`, when: t`Spend is over a tenth above the plan to date` },
  "claim-conflict": { name: t`Claim conflict`, when: t`More than all of one difference is claimed` },
  "gate-due": { name: t`Gate due`, when: t`A phase should end within fourteen days` },
  "roadmap-late": { name: t`Roadmap late`, when: t`A task of the roadmap is past its day` },
  "case-waiting": { name: t`Case waiting`, when: t`A business case waits for a decision for over a week` },
};

export const ruleKeys = Object.keys(ruleWords) as Rule[];

/** Who is told, as people are called on the page. */
export const audienceWords: Record<Audience, string> = {
  owner: t`Owner`,
  team: t`Team`,
  finance: t`Finance`,
  admin: t`Admins`,
};

export const audiences = Object.keys(audienceWords) as Audience[];

/** The days of the week from Monday, by the number the API has. */
export const weekdays = [
  { value: "1", label: t`Monday` },
  { value: "2", label: t`Tuesday` },
  { value: "3", label: t`Wednesday` },
  { value: "4", label: t`Thursday` },
  { value: "5", label: t`Friday` },
  { value: "6", label: t`Saturday` },
  { value: "7", label: t`Sunday` },
];
