import type { ResponsibilityFields } from "@liftledger/contracts/responsibility";
import { t } from "../../words.ts";

type Choice = "" | "yes" | "no";

/** The register as it is being typed: "" is not recorded. */
export interface ResponsibilityDraft {
  squad: { role: ResponsibilityFields["squad"][number]["role"]; who: string }[];
  unapproved: "" | "nothing" | "these";
  /** One thing a line. */
  unapprovedList: string;
  reviewer: string;
  reviewEvery: string;
  reviewSample: string;
  gdprBasis: string;
  ccpa: string;
  consentRecord: string;
  disclosure: "" | "told" | "not-told";
  disclosureText: string;
  disclosedSince: string;
  auditOn: string;
  auditBy: string;
  auditResult: string;
  aiActRole: string;
  talksWithPeople: Choice;
  makesContent: Choice;
  isPublished: Choice;
  riskClass: string;
  riskJudgedBy: string;
  riskJudgedOn: string;
  riskBecause: string;
}

const choiceOf = (fact: boolean | null): Choice => (fact === null ? "" : fact ? "yes" : "no");
const factOf = (choice: Choice) => (choice === "" ? null : choice === "yes");

/** What was recorded last, as one would type it. */
export function typedResponsibility(facts: ResponsibilityFields): ResponsibilityDraft {
  const { unapproved, outputReview, disclosure, lastBiasAudit, riskClass } = facts;
  return {
    squad: facts.squad.map((one) => ({ ...one })),
    unapproved: unapproved === null ? "" : unapproved.length === 0 ? "nothing" : "these",
    unapprovedList: (unapproved ?? []).join("\n"),
    reviewer: outputReview?.reviewer ?? "",
    reviewEvery: outputReview?.every ?? "",
    reviewSample: outputReview?.sample ?? "",
    gdprBasis: facts.gdprBasis ?? "",
    ccpa: facts.ccpa ?? "",
    consentRecord: facts.consentRecord ?? "",
    disclosure: disclosure?.kind ?? "",
    disclosureText:
      disclosure === null ? "" : disclosure.kind === "told" ? disclosure.how : disclosure.because,
    disclosedSince: disclosure?.kind === "told" ? disclosure.since : "",
    auditOn: lastBiasAudit?.on ?? "",
    auditBy: lastBiasAudit?.by ?? "",
    auditResult: lastBiasAudit?.result ?? "",
    aiActRole: facts.aiActRole ?? "",
    talksWithPeople: choiceOf(facts.talksWithPeople),
    makesContent: choiceOf(facts.makesContent),
    isPublished: choiceOf(facts.isPublished),
    riskClass: riskClass?.class ?? "",
    riskJudgedBy: riskClass?.judgedBy ?? "",
    riskJudgedOn: riskClass?.judgedOn ?? "",
    riskBecause: riskClass?.because ?? "",
  };
}

/** What of things that belong together is still empty, by the name of the field on the wire; nothing where all are. */
function missing(parts: readonly (readonly [field: string, typed: string, words: string])[]) {
  if (parts.every(([, typed]) => typed.trim() === "")) return {};
  const empty = parts.filter(([, typed]) => typed.trim() === "");
  return Object.fromEntries(empty.map(([field, , words]) => [field, words]));
}

/** What is half said, by field. */
export function responsibilityFaults(draft: ResponsibilityDraft): Record<string, string> {
  const things = draft.unapprovedList.trim();
  return {
    ...Object.fromEntries(
      draft.squad.flatMap(({ who }, place) =>
        who.trim() === "" ? [[`squad.${place}.who`, t`Say who`]] : [],
      ),
    ),
    ...(draft.unapproved === "these" && things === "" ? { unapproved: t`Say what, one thing a line` } : {}),
    ...missing([
      ["outputReview.reviewer", draft.reviewer, t`Say who reviews`],
      ["outputReview.every", draft.reviewEvery, t`Say how often`],
    ]),
    ...(draft.disclosure !== "" && draft.disclosureText.trim() === ""
      ? { disclosure: draft.disclosure === "told" ? t`Say how` : t`Say why not` }
      : {}),
    ...(draft.disclosure === "told" && draft.disclosedSince === ""
      ? { "disclosure.since": t`Say since when` }
      : {}),
    ...missing([
      ["lastBiasAudit.on", draft.auditOn, t`Say when`],
      ["lastBiasAudit.by", draft.auditBy, t`Say who`],
      ["lastBiasAudit.result", draft.auditResult, t`Say what was found`],
    ]),
    ...missing([
      ["riskClass.class", draft.riskClass, t`Choose a class`],
      ["riskClass.judgedBy", draft.riskJudgedBy, t`Say who judged it`],
      ["riskClass.judgedOn", draft.riskJudgedOn, t`Say when`],
      ["riskClass.because", draft.riskBecause, t`Say why`],
    ]),
  };
}

/** The register in the words of the wire, of a draft without faults. */
export function responsibilityOf(draft: ResponsibilityDraft): ResponsibilityFields {
  const chosen = <Value extends string>(typed: string) => (typed === "" ? null : (typed as Value));
  const text = draft.disclosureText.trim();
  const lines = draft.unapprovedList.split("\n").map((line) => line.trim());
  return {
    squad: draft.squad.map(({ role, who }) => ({ role, who: who.trim() })),
    unapproved:
      draft.unapproved === ""
        ? null
        : draft.unapproved === "nothing"
          ? []
          : lines.filter((line) => line !== ""),
    outputReview:
      draft.reviewer.trim() === ""
        ? null
        : {
            reviewer: draft.reviewer.trim(),
            every: draft.reviewEvery as NonNullable<ResponsibilityFields["outputReview"]>["every"],
            sample: draft.reviewSample.trim(),
          },
    gdprBasis: chosen(draft.gdprBasis),
    ccpa: chosen(draft.ccpa),
    consentRecord: chosen(draft.consentRecord.trim()),
    disclosure:
      draft.disclosure === ""
        ? null
        : draft.disclosure === "told"
          ? { kind: "told", how: text, since: draft.disclosedSince }
          : { kind: "not-told", because: text },
    lastBiasAudit:
      draft.auditOn === ""
        ? null
        : { on: draft.auditOn, by: draft.auditBy.trim(), result: draft.auditResult.trim() },
    aiActRole: chosen(draft.aiActRole),
    talksWithPeople: factOf(draft.talksWithPeople),
    makesContent: factOf(draft.makesContent),
    isPublished: factOf(draft.isPublished),
    riskClass:
      draft.riskClass === ""
        ? null
        : {
            class: draft.riskClass as NonNullable<ResponsibilityFields["riskClass"]>["class"],
            judgedBy: draft.riskJudgedBy.trim(),
            judgedOn: draft.riskJudgedOn,
            because: draft.riskBecause.trim(),
          },
  };
}

/** How many of the register's answers are not recorded yet, of how many. */
export function notRecorded(facts: ResponsibilityFields): { open: number; of: number } {
  const answers = [
    facts.squad.length > 0,
    ...[facts.unapproved, facts.outputReview, facts.gdprBasis, facts.ccpa, facts.disclosure].map(isThere),
    ...[facts.lastBiasAudit, facts.aiActRole, facts.talksWithPeople, facts.makesContent].map(isThere),
    ...[facts.isPublished, facts.riskClass].map(isThere),
  ];
  return { open: answers.filter((answer) => !answer).length, of: answers.length };
}

function isThere(answer: unknown): boolean {
  return answer !== null;
}
