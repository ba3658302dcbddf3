import { alertRules, type AlertFacts, type AlertKey, type AlertState } from "./alert-rules.ts";

/** One thing looked at for a rule. */
export interface Observation {
  rule: AlertKey;
  /** The thing, by its id: one alert a rule and thing. */
  subject: string;
  state: AlertState;
  text: string;
  /** What a rule of changes compares: the verdict. Empty for the others. */
  mark: string;
}

/**
 * An alert as it is kept between two looks. *held*: due, and not told yet because of the quiet hours. *told*: people know.
 * *ending*: people know, it is over, and the quiet hours keep the notice back. *known*: the last mark of a rule of
 * changes, about which nothing is to be told.
 */
export interface KeptAlert {
  rule: AlertKey;
  subject: string;
  stage: "held" | "told" | "ending" | "known";
  text: string;
  /** The instant since which it is on. */
  since: string;
  mark: string;
  /** The mark that people know of. */
  knownMark: string;
}

/** What people are told: that something is wrong, once, and once that it is right again. */
export interface AlertNotice {
  kind: "raised" | "recovered";
  rule: AlertKey;
  name: string;
  subject: string;
  text: string;
  since: string;
}

/** Looks at one thing for one rule on a day. */
export function observe<Key extends AlertKey>(
  rule: Key,
  subject: string,
  facts: AlertFacts[Key],
  today: string,
): Observation {
  const mark = rule === "verdict-changed" ? (facts as AlertFacts["verdict-changed"]).verdict : "";
  return { rule, subject, mark, ...alertRules[rule].look(facts, today) };
}

/**
 * One step of every alert: from what is kept and what is seen now to what is kept and who is told what. An alert is told
 * once, however long it lasts, and its end once. In quiet hours nothing is told; what began and ended within them is
 * never told, and neither is what ended and began again. What is not looked at stays as it was. A rule of
 * changes tells each new mark that people do not know of, and has no end; its first mark is no change.
 *
 * @example advanceAlerts([], [observation], { at: "2026-01-05T09:00:00.000Z", quiet: false }).notices[0]?.kind // "raised"
 */
export function advanceAlerts(
  kept: readonly KeptAlert[],
  observations: readonly Observation[],
  now: { at: string; quiet: boolean },
): { kept: KeptAlert[]; notices: AlertNotice[] } {
  const notices: AlertNotice[] = [];
  const next = new Map(kept.map((alert) => [keyOf(alert), alert]));
  for (const observation of observations) {
    const before = next.get(keyOf(observation));
    const [after, notice] =
      alertRules[observation.rule].kind === "change"
        ? changed(before, observation, now)
        : stepped(before, observation, now);
    if (after === undefined) next.delete(keyOf(observation));
    else next.set(keyOf(observation), after);
    if (notice !== undefined) notices.push(noticeOf(notice, after ?? before, observation));
  }
  return { kept: [...next.values()], notices };
}

type Step = readonly [after: KeptAlert | undefined, notice: AlertNotice["kind"] | undefined];

function stepped(
  before: KeptAlert | undefined,
  observation: Observation,
  { at, quiet }: { at: string; quiet: boolean },
): Step {
  const isOn =
    observation.state === "as-it-was"
      ? before !== undefined && before.stage !== "ending"
      : observation.state === "on";
  const base = { ...observed(observation), since: before?.since ?? at, knownMark: "" };
  const text = observation.state === "as-it-was" ? (before?.text ?? base.text) : base.text;
  const isKnown = before?.stage === "told" || before?.stage === "ending";
  if (isOn) {
    if (isKnown) return [{ ...base, text, stage: "told" }, undefined];
    return quiet
      ? [{ ...base, text, stage: "held" }, undefined]
      : [{ ...base, text, stage: "told" }, "raised"];
  }
  if (!isKnown) return [undefined, undefined];
  return quiet ? [{ ...base, text, stage: "ending" }, undefined] : [undefined, "recovered"];
}

function changed(
  before: KeptAlert | undefined,
  observation: Observation,
  { at, quiet }: { at: string; quiet: boolean },
): Step {
  const { mark } = observation;
  if (before === undefined)
    return [{ ...observed(observation), stage: "known", since: at, knownMark: mark }, undefined];
  const since = before.mark === mark ? before.since : at;
  const alert = { ...observed(observation), since };
  if (mark === before.knownMark) return [{ ...alert, stage: "known", knownMark: mark }, undefined];
  return quiet
    ? [{ ...alert, stage: "held", knownMark: before.knownMark }, undefined]
    : [{ ...alert, stage: "known", knownMark: mark }, "raised"];
}

function observed({ rule, subject, text, mark }: Observation) {
  return { rule, subject, text, mark };
}

function keyOf({ rule, subject }: { rule: AlertKey; subject: string }): string {
  return `${rule} ${subject}`;
}

function noticeOf(
  kind: AlertNotice["kind"],
  alert: KeptAlert | undefined,
  { rule, subject, text }: Observation,
): AlertNotice {
  return {
    kind,
    rule,
    name: alertRules[rule].name,
    subject,
    text: kind === "raised" ? (alert?.text ?? text) : text,
    since: alert?.since ?? "",
  };
}
