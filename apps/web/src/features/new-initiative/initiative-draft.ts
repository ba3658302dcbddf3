import type { NewInitiative } from "@liftledger/contracts/initiative";
import type { Kpi } from "@liftledger/contracts/kpi";
import type { Outcome, OutcomeSentence } from "@liftledger/kpis/outcome-sentence";
import { readTypedNumber } from "../../components/typed-number.ts";
import { t } from "../../words.ts";

/** A new initiative as it is being typed. */
export interface InitiativeDraft {
  kpiKey: string;
  change: "increase" | "decrease";
  percent: string;
  by: string;
  name: string;
  owner: string;
  team: string;
  useCasePattern: string;
  phase: NewInitiative["phase"];
  startedOn: string;
  /** The series that the forecast goes by, and what one is taken to be worth there: only to look ahead with. */
  measuredFor: string;
  worth: string;
}

/** The sentence with another KPI, which it moves the way that is better. */
export function withKpi(draft: InitiativeDraft, kpi: Kpi | undefined): InitiativeDraft {
  return { ...draft, kpiKey: kpi?.key ?? "", change: kpi?.direction === "lower" ? "decrease" : "increase" };
}

/** Nothing typed yet: the pilot, or what is in another phase, that starts today and has a year. */
export function emptyInitiative(today: string, phase: InitiativeDraft["phase"] = "pilots"): InitiativeDraft {
  return {
    kpiKey: "",
    change: "increase",
    percent: "",
    by: `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}${today.slice(8) === "29" ? "28" : today.slice(8)}`,
    name: "",
    owner: "",
    team: "",
    useCasePattern: "",
    phase,
    startedOn: today,
    measuredFor: "",
    worth: "",
  };
}

/** The sentence so far, or which part of it is refused and why; undefined until there is a KPI and a number. */
export function draftSentence(
  draft: InitiativeDraft,
  kpi: Kpi | undefined,
  locale: string,
  outcomeSentence: ((outcome: Outcome) => OutcomeSentence) | undefined,
): OutcomeSentence | undefined {
  if (kpi === undefined || outcomeSentence === undefined) return undefined;
  const percent = readTypedNumber(draft.percent, locale);
  if (percent.kind === "fault") return { kind: "refused", field: "percent", reason: percent.message };
  // A direction is refused as it is chosen, before there is a number.
  const decimal = percent.kind === "empty" ? "1" : percent.decimal;
  const sentence = outcomeSentence({ kpi, change: draft.change, percent: decimal, by: draft.by });
  return percent.kind === "empty" && sentence.kind === "sentence" ? undefined : sentence;
}

/** The fields of the wire that are still to be filled, by field, with words. */
export function missingFields(draft: InitiativeDraft): Record<string, string> {
  const wanted: [keyof InitiativeDraft, string, string][] = [
    ["kpiKey", "outcome.kpiKey", t`Choose a KPI`],
    ["percent", "outcome.percent", t`Say by how much`],
    ["by", "outcome.by", t`Say by when`],
    ["name", "name", t`Give it a name`],
    ["owner", "owner", t`Name the person who answers for it`],
    ["team", "team", t`Name the team`],
    ["useCasePattern", "useCasePattern", t`Choose what it is most like`],
    ["startedOn", "startedOn", t`Say when it starts`],
  ];
  return Object.fromEntries(
    wanted.filter(([key]) => draft[key].trim() === "").map(([, field, words]) => [field, words]),
  );
}

/** The draft in the words of the wire. The percentage has been read before. */
export function newInitiative(draft: InitiativeDraft, locale: string): NewInitiative {
  const percent = readTypedNumber(draft.percent, locale);
  const { kpiKey, change, by, percent: typed, measuredFor: _for, worth: _worth, ...rest } = draft;
  return {
    ...rest,
    outcome: { kpiKey, change, percent: percent.kind === "number" ? percent.decimal : typed, by },
  };
}
