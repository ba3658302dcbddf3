import {
  ProductionFactFields,
  type ProductionFacts as WireFacts,
} from "@liftledger/contracts/production-facts";
import { parseJson } from "@liftledger/database/json";
import type { ProductionFacts } from "@liftledger/database/production-facts";
import type { PersonNames } from "../people/person-names.ts";

/** What is said of an initiative of which nothing is recorded. */
const nothing: ProductionFactFields = {
  handOverOwner: null,
  itInvolvedOn: null,
  toolChosenOn: null,
  securityReview: null,
  residency: null,
  productionData: null,
  integration: null,
  dataAccessRule: null,
  outputReviewRule: null,
  errorHandlingRule: null,
  processDocumentedOn: null,
  trained: null,
  workarounds: [],
};

/** Facts as they cross the wire, people by their names; they are kept by their ids. */
export function productionView(
  initiativeId: string,
  kept: ProductionFacts | undefined,
  nameOf: PersonNames,
): WireFacts {
  if (kept === undefined) return { ...nothing, initiativeId, version: 0, recordedAt: null, recordedBy: null };
  const { version, recordedAt, recordedBy } = kept;
  const named = withPeople(keptFacts(kept), nameOf);
  return { ...named, initiativeId, version, recordedAt, recordedBy: nameOf(recordedBy) };
}

/** Facts as they are kept: people by their ids. */
export function keptFacts({ facts }: Pick<ProductionFacts, "facts">): ProductionFactFields {
  return parseJson(ProductionFactFields, facts);
}

/** The facts with every person said in another way: by id or by name. */
export function withPeople(
  facts: ProductionFactFields,
  said: (person: string) => string,
): ProductionFactFields {
  const rule = (given: ProductionFactFields["dataAccessRule"]) =>
    given === null ? null : { ...given, owner: said(given.owner) };
  return {
    ...facts,
    handOverOwner: facts.handOverOwner === null ? null : said(facts.handOverOwner),
    dataAccessRule: rule(facts.dataAccessRule),
    outputReviewRule: rule(facts.outputReviewRule),
    errorHandlingRule: rule(facts.errorHandlingRule),
  };
}

/** Everybody that facts name, each once. */
export function peopleIn(facts: ProductionFactFields): string[] {
  const people: string[] = [];
  withPeople(facts, (person) => {
    people.push(person);
    return person;
  });
  return [...new Set(people)];
}
