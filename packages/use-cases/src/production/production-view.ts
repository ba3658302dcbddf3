import {
  ProductionFactFields,
  Reopened,
  type ProductionFacts as WireFacts,
} from "@liftledger/contracts/production-facts";
import { parseJson } from "@liftledger/database/json";
import type { ProductionFacts } from "@liftledger/database/production-facts";
import { z } from "zod";
import type { PersonNames } from "../people/person-names.ts";

/** Facts as they are kept; what an earlier version kept besides, its workarounds, stands in the workflow now. */
const KeptFacts = z.object({ ...ProductionFactFields.shape, reopened: Reopened.nullable().default(null) });
type KeptFacts = z.infer<typeof KeptFacts>;

/** What is said of an initiative of which nothing is recorded. */
const nothing: KeptFacts = {
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
  reopened: null,
};

/** Facts as they cross the wire, people by their names; they are kept by their ids. */
export function productionView(
  initiativeId: string,
  kept: ProductionFacts | undefined,
  nameOf: PersonNames,
): WireFacts {
  const { reopened, ...facts } = kept === undefined ? nothing : keptFacts(kept);
  const named = withPeople(facts, nameOf);
  const rule = (given: ProductionFactFields["dataAccessRule"]) =>
    given === null ? null : { ...given, reopenedOn: reopened?.on ?? null };
  return {
    ...named,
    dataAccessRule: rule(named.dataAccessRule),
    outputReviewRule: rule(named.outputReviewRule),
    errorHandlingRule: rule(named.errorHandlingRule),
    reopened: reopened === null ? null : { ...reopened, by: nameOf(reopened.by) },
    initiativeId,
    version: kept?.version ?? 0,
    recordedAt: kept?.recordedAt ?? null,
    recordedBy: kept === undefined ? null : nameOf(kept.recordedBy),
  };
}

/** Facts as they are kept: people by their ids. */
export function keptFacts({ facts }: Pick<ProductionFacts, "facts">): KeptFacts {
  return parseJson(KeptFacts, facts);
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
