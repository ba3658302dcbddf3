import { addDays, daysBetween } from "@liftledger/kpis/iso-date";
import { lastDay } from "@liftledger/kpis/period";
import { percentText } from "../percent-text.ts";
import { withinSentence } from "./as-sentence.ts";
import { isFound, thresholds } from "./thresholds.ts";

/** What is looked at for one rule and one thing. Days are ISO dates; shares are ratios; null is "not known". */
export interface AlertFacts {
  "missing-week": { series: string; period: string; dueOn: string; isLogged: boolean };
  "late-cost": { initiative: string; month: string; isBooked: boolean };
  "verdict-changed": { initiative: string; verdict: string; headline: string };
  "lift-gone": { initiative: string; kpi: string; chanceOfGain: number | null };
  "baseline-disturbed": { series: string; corrected: number | null };
  "budget-overrun": { initiative: string; spent: number | null; planned: number | null };
  "claim-conflict": { series: string; period: string; claimed: number | null };
  "gate-due": { initiative: string; dueOn: string | null };
  "roadmap-late": { initiative: string; task: string; dueOn: string; doneOn: string | null };
  "case-waiting": { businessCase: string; waitingSince: string | null };
}

export type AlertKey = keyof AlertFacts;

/** How the thing stands: the alert is due, it is not, or what is seen leaves it as it was. */
export type AlertState = "on" | "off" | "as-it-was";

/** What a rule saw, with the sentence that says it. */
export interface Seen {
  state: AlertState;
  text: string;
}

/** A rule: what it is called, whether it tells a state that ends or a change that is over when told, and how it looks. */
export interface AlertRule<Key extends AlertKey> {
  name: string;
  kind: "state" | "change";
  look(facts: AlertFacts[Key], today: string): Seen;
}

const seen = (isOn: boolean, text: string): Seen => ({ state: isOn ? "on" : "off", text });
const notKnown: Seen = { state: "as-it-was", text: "Not known." };

/**
 * The week or month that a sentence of a missing week is about, so that it can be led to; null where it says none.
 *
 * @example missingPeriodIn("Leads: 2026-W05 has been overdue since 2026-02-04. It counts as …") // "2026-W05"
 */
export function missingPeriodIn(sentence: string): string | null {
  const said =
    /: (\d{4}-(?:W\d\d|\d\d)) has been overdue since [\d-]{10}\. It counts as missing, not as zero\.$/;
  return said.exec(sentence)?.[1] ?? null;
}

/** The ten rules. A week that is not logged is overdue and never a zero; what is not known changes nothing. */
export const alertRules: { [Key in AlertKey]: AlertRule<Key> } = {
  "missing-week": {
    name: "Missing week",
    kind: "state",
    look({ series, period, dueOn, isLogged }, today) {
      if (isLogged) return seen(false, `${series}: all that was due is logged, up to ${period}.`);
      return seen(
        today > dueOn,
        `${series}: ${period} has been overdue since ${dueOn}. It counts as missing, not as zero.`,
      );
    },
  },
  "late-cost": {
    name: "Late cost",
    kind: "state",
    look({ initiative, month, isBooked }, today) {
      if (isBooked) return seen(false, `${initiative}: the cost of ${month} is booked.`);
      const ended = lastDay(month);
      const late = today > ended && isFound("daysUntilCostIsLate", daysBetween(ended, today));
      const due = addDays(ended, thresholds.daysUntilCostIsLate.value);
      if (late) return seen(true, `${initiative}: the cost of ${month} was due on ${due} and is not booked.`);
      return seen(
        false,
        `${initiative}: every cost that was due is booked; that of ${month} is due on ${due}.`,
      );
    },
  },
  "verdict-changed": {
    name: "Verdict changed",
    kind: "change",
    look({ initiative, verdict, headline }) {
      // Where its headline is the verdict itself, it is said once.
      const name = verdict.replaceAll("-", " ");
      const isSaid = headline.toLowerCase().includes(name);
      return { state: "on", text: `${initiative}: ${headline}${isSaid ? "" : ` (${name})`}.` };
    },
  },
  "lift-gone": {
    name: "Lift gone",
    kind: "state",
    look({ initiative, kpi, chanceOfGain: chance }) {
      if (chance === null) return notKnown;
      const share = percentText(chance, [thresholds.liftGone.value, thresholds.liftBack.value]);
      const text = `${initiative}: the chance that ${kpi} still shows a gain is ${share}.`;
      if (isFound("liftGone", chance)) return seen(true, text);
      return isFound("liftBack", chance) ? seen(false, text) : { state: "as-it-was", text };
    },
  },
  "baseline-disturbed": {
    name: "Baseline disturbed",
    kind: "state",
    look({ series, corrected }) {
      if (corrected === null) return notKnown;
      const count = `${corrected} ${corrected === 1 ? "period" : "periods"}`;
      if (corrected === 0) return seen(false, `${series}: the frozen baseline stands as it was frozen.`);
      return seen(
        true,
        `${series}: ${count} under the frozen baseline ${corrected === 1 ? "was" : "were"} corrected since.`,
      );
    },
  },
  "budget-overrun": {
    name: "Budget overrun",
    kind: "state",
    look({ initiative, spent, planned }) {
      if (spent === null || planned === null) return notKnown;
      // Against a plan of nothing any spend is over; as a share of it there is no number.
      if (planned <= 0) return seen(spent > 0, `${initiative}: money was spent that was not planned.`);
      const over = spent / planned - 1;
      const size = percentText(Math.abs(over), [0, thresholds.overrun.value]);
      const text = `${initiative}: spend to date is ${over === 0 ? "as planned" : `${size} ${over > 0 ? "over" : "under"} the plan`}.`;
      return seen(isFound("overrun", over), text);
    },
  },
  "claim-conflict": {
    name: "Claim conflict",
    kind: "state",
    look({ series, period, claimed }) {
      if (claimed === null) return notKnown;
      const text = `${series}: ${percentText(claimed, [thresholds.claimed.value])} of the lift is claimed (${period}).`;
      return seen(isFound("claimed", claimed), text);
    },
  },
  "gate-due": {
    name: "Gate due",
    kind: "state",
    look({ initiative, dueOn }, today) {
      if (dueOn === null) return seen(false, `${initiative}: no gate is due.`);
      const isSoon = !isFound("daysBeforeGate", daysBetween(today, dueOn));
      if (!isSoon) return seen(false, `${initiative}: its next gate is due on ${dueOn}.`);
      return seen(true, `${initiative}: its gate ${today > dueOn ? "was" : "is"} due on ${dueOn}.`);
    },
  },
  "roadmap-late": {
    name: "Roadmap late",
    kind: "state",
    look({ initiative, task, dueOn, doneOn }, today) {
      if (doneOn !== null)
        return seen(false, `${initiative}: “${withinSentence(task)}” was done on ${doneOn}.`);
      if (today <= dueOn) return seen(false, `${initiative}: “${withinSentence(task)}” is due on ${dueOn}.`);
      return seen(true, `${initiative}: “${withinSentence(task)}” was due on ${dueOn}.`);
    },
  },
  "case-waiting": {
    name: "Case waiting",
    kind: "state",
    look({ businessCase, waitingSince }, today) {
      if (waitingSince === null) return seen(false, `“${businessCase}” waits for nobody.`);
      const days = daysBetween(waitingSince, today);
      return seen(
        isFound("daysCaseWaits", days),
        `“${businessCase}” has waited for a decision since ${waitingSince}.`,
      );
    },
  },
};
