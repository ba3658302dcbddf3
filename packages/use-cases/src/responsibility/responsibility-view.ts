import {
  ResponsibilityFields,
  type Responsibility as WireResponsibility,
  type ResponsibilityVersion,
} from "@liftledger/contracts/responsibility";
import { parseJson } from "@liftledger/database/json";
import type { Responsibility } from "@liftledger/database/responsibilities";
import { aiActDuties, notLegalAdvice } from "@liftledger/roi/governance/ai-act-duties";
import type { PersonNames } from "../people/person-names.ts";

/** What is said of an initiative of which nothing is recorded. */
const nothing: ResponsibilityFields = {
  squad: [],
  unapproved: null,
  outputReview: null,
  gdprBasis: null,
  ccpa: null,
  consentRecord: null,
  disclosure: null,
  lastBiasAudit: null,
  aiActRole: null,
  talksWithPeople: null,
  makesContent: null,
  isPublished: null,
  riskClass: null,
};

/** A version as it crosses the wire, people by their names; they are kept by their ids. */
export function responsibilityVersion(
  initiativeId: string,
  kept: Responsibility | undefined,
  nameOf: PersonNames,
): ResponsibilityVersion {
  if (kept === undefined) return { ...nothing, initiativeId, version: 0, recordedAt: null, recordedBy: null };
  const { version, recordedAt, recordedBy, facts } = kept;
  const named = withPeople(parseJson(ResponsibilityFields, facts), nameOf);
  return { ...named, initiativeId, version, recordedAt, recordedBy: nameOf(recordedBy) };
}

/** The same with the duties of the AI Act that may apply on a day. */
export function withDuties(recorded: ResponsibilityVersion, day: string): WireResponsibility {
  const { aiActRole: role, talksWithPeople, makesContent, isPublished } = recorded;
  const duties = aiActDuties({ role, talksWithPeople, makesContent, isPublished }, day);
  return { ...recorded, duties, notice: notLegalAdvice };
}

/** The facts with every person said in another way: by id or by name. */
export function withPeople(
  facts: ResponsibilityFields,
  said: (person: string) => string,
): ResponsibilityFields {
  const { outputReview, lastBiasAudit, riskClass } = facts;
  return {
    ...facts,
    squad: facts.squad.map(({ role, who }) => ({ role, who: said(who) })),
    outputReview: outputReview && { ...outputReview, reviewer: said(outputReview.reviewer) },
    lastBiasAudit: lastBiasAudit && { ...lastBiasAudit, by: said(lastBiasAudit.by) },
    riskClass: riskClass && { ...riskClass, judgedBy: said(riskClass.judgedBy) },
  };
}

/** Everybody that facts name, each once. */
export function peopleIn(facts: ResponsibilityFields): string[] {
  const people = new Set<string>();
  withPeople(facts, (person) => {
    people.add(person);
    return person;
  });
  return [...people];
}
