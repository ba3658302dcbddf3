import type { ProductionFactFields } from "@liftledger/contracts/production-facts";
import type { CriterionKey } from "../gate/queries.ts";
import { t } from "../../words.ts";

/** One thing that an initiative needs in production, by its name on the wire. */
export type FactKey = keyof ProductionFactFields;

/** The criteria of gates that each fact answers, in the order in which one reads the facts. */
export const criteriaOf: Record<FactKey, readonly CriterionKey[]> = {
  handOverOwner: ["hand-over-owner"],
  itInvolvedOn: ["it-involved"],
  toolChosenOn: ["it-involved"],
  processDocumentedOn: ["process-documented"],
  trained: ["training"],
  securityReview: ["security-review", "security-review-ended"],
  residency: ["residency"],
  productionData: ["production-data"],
  integration: ["integration"],
  dataAccessRule: ["data-access-rule"],
  outputReviewRule: ["output-review-rule"],
  errorHandlingRule: ["error-handling-rule"],
};

export const factKeys = Object.keys(criteriaOf) as FactKey[];

/** The fact that a criterion of a gate asks for; undefined for one that asks for something else. */
export function factOfCriterion(criterion: CriterionKey): FactKey | undefined {
  return factKeys.find((fact) => criteriaOf[fact].includes(criterion));
}

const facts: Readonly<Record<string, FactKey>> = {
  "hand-over-owner": "handOverOwner",
  "review-missing": "securityReview",
  "review-late": "securityReview",
  "review-open": "securityReview",
};

/** The fact that a sign of a failure mode was read from; undefined for one that was read from something else. */
export function factOfSignal(signal: string): FactKey | undefined {
  return facts[signal];
}

/** Where a fact stands on the page: the part of an address after "#". */
export const placeOfFact = (fact: FactKey) => `fact-${fact}`;

/** What the page finds: how much of it is recorded. */
export function productionFinding(recorded: ProductionFactFields): string {
  const of = factKeys.length;
  const there = factKeys.filter((fact) => recorded[fact] !== null).length;
  if (there === 0) return t`What it needs in production is not recorded yet`;
  return there === of
    ? t`What it needs in production is recorded`
    : t`${there} of ${of} things that it needs in production are recorded`;
}
