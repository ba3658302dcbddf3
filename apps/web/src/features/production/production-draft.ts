import type { ProductionFactFields, ProductionFacts } from "@liftledger/contracts/production-facts";
import { readTypedNumber, typedFromDecimal } from "../../components/typed-number.ts";
import { factKeys, type FactKey } from "./production-facts.ts";
import { t } from "../../words.ts";

type Choice = "" | "yes" | "no";

/** The facts as they are typed: "" is not recorded. */
export interface TypedFacts {
  handOverOwner: string;
  itInvolvedOn: string;
  toolChosenOn: string;
  processDocumentedOn: string;
  trainedDone: string;
  trainedOf: string;
  review: "" | "none" | "opened" | "not-needed";
  reviewOpenedOn: string;
  reviewClosedOn: string;
  reviewBecause: string;
  residency: string;
  representative: Choice;
  representativeShownBy: string;
  inScope: Choice;
  inBudget: Choice;
  dataAccessWhere: string;
  dataAccessOwner: string;
  outputReviewWhere: string;
  outputReviewOwner: string;
  errorHandlingWhere: string;
  errorHandlingOwner: string;
}

/** What is typed, the facts that it was begun from, and their version. */
export interface ProductionDraft {
  version: number;
  base: TypedFacts;
  typed: TypedFacts;
}

/** The fields in which each fact is typed. */
const fieldsOf: Record<FactKey, readonly (keyof TypedFacts)[]> = {
  handOverOwner: ["handOverOwner"],
  itInvolvedOn: ["itInvolvedOn"],
  toolChosenOn: ["toolChosenOn"],
  processDocumentedOn: ["processDocumentedOn"],
  trained: ["trainedDone", "trainedOf"],
  securityReview: ["review", "reviewOpenedOn", "reviewClosedOn", "reviewBecause"],
  residency: ["residency"],
  productionData: ["representative", "representativeShownBy"],
  integration: ["inScope", "inBudget"],
  dataAccessRule: ["dataAccessWhere", "dataAccessOwner"],
  outputReviewRule: ["outputReviewWhere", "outputReviewOwner"],
  errorHandlingRule: ["errorHandlingWhere", "errorHandlingOwner"],
};

/** The draft that says what is recorded. */
export function draftOf(facts: ProductionFacts, locale: string): ProductionDraft {
  const typed = typedFacts(facts, locale);
  return { version: facts.version, base: typed, typed };
}

/** What is recorded, as one would type it. */
export function typedFacts(facts: ProductionFactFields, locale: string): TypedFacts {
  const { securityReview: review, productionData, integration, trained } = facts;
  const opened = review?.kind === "opened" ? review : null;
  const count = (value: number | undefined) =>
    value === undefined ? "" : typedFromDecimal(String(value), locale);
  return {
    handOverOwner: facts.handOverOwner ?? "",
    itInvolvedOn: facts.itInvolvedOn ?? "",
    toolChosenOn: facts.toolChosenOn ?? "",
    processDocumentedOn: facts.processDocumentedOn ?? "",
    trainedDone: count(trained?.done),
    trainedOf: count(trained?.of),
    review: review?.kind ?? "",
    reviewOpenedOn: opened?.openedOn ?? "",
    reviewClosedOn: opened?.closedOn ?? "",
    reviewBecause: review?.kind === "not-needed" ? review.because : "",
    residency: facts.residency ?? "",
    representative: choiceOf(productionData?.representative),
    representativeShownBy: productionData?.shownBy ?? "",
    inScope: choiceOf(integration?.inScope),
    inBudget: choiceOf(integration?.inBudget),
    dataAccessWhere: facts.dataAccessRule?.where ?? "",
    dataAccessOwner: facts.dataAccessRule?.owner ?? "",
    outputReviewWhere: facts.outputReviewRule?.where ?? "",
    outputReviewOwner: facts.outputReviewRule?.owner ?? "",
    errorHandlingWhere: facts.errorHandlingRule?.where ?? "",
    errorHandlingOwner: facts.errorHandlingRule?.owner ?? "",
  };
}

function choiceOf(said: boolean | undefined): Choice {
  return said === undefined ? "" : said ? "yes" : "no";
}

/** What was typed as it is sent, or by field of the wire what is missing. */
export type ReadFacts =
  | { kind: "facts"; facts: ProductionFactFields }
  | { kind: "faults"; faults: Record<string, string> };

export function readFacts(typed: TypedFacts, locale: string): ReadFacts {
  const faults: Record<string, string> = {};
  /** A text that is wanted once something that belongs to it is said. */
  const wanted = (text: string, field: string, words: string) => {
    if (text.trim() === "") faults[field] = words;
    return text.trim();
  };
  const rule = (fact: FactKey, where: string, owner: string) =>
    isEmpty(where) && isEmpty(owner)
      ? null
      : {
          where: wanted(where, `${fact}.where`, t`Say where it is written`),
          owner: wanted(owner, `${fact}.owner`, t`Say who answers for it`),
        };
  const facts: ProductionFactFields = {
    handOverOwner: textOrNull(typed.handOverOwner),
    itInvolvedOn: textOrNull(typed.itInvolvedOn),
    toolChosenOn: textOrNull(typed.toolChosenOn),
    securityReview: readReview(typed, wanted, faults),
    residency: textOrNull(typed.residency),
    productionData: readData(typed, wanted),
    integration: readIntegration(typed, wanted),
    dataAccessRule: rule("dataAccessRule", typed.dataAccessWhere, typed.dataAccessOwner),
    outputReviewRule: rule("outputReviewRule", typed.outputReviewWhere, typed.outputReviewOwner),
    errorHandlingRule: rule("errorHandlingRule", typed.errorHandlingWhere, typed.errorHandlingOwner),
    processDocumentedOn: textOrNull(typed.processDocumentedOn),
    trained: readTrained(typed, locale, faults),
  };
  return Object.keys(faults).length > 0 ? { kind: "faults", faults } : { kind: "facts", facts };
}

type Wanted = (text: string, field: string, words: string) => string;

function readReview(
  { review, reviewOpenedOn, reviewClosedOn, reviewBecause }: TypedFacts,
  wanted: Wanted,
  faults: Record<string, string>,
): ProductionFactFields["securityReview"] {
  if (review === "") return null;
  if (review === "none") return { kind: "none" };
  if (review === "not-needed") {
    const because = wanted(reviewBecause, "securityReview.because", t`Say why none is needed`);
    return { kind: "not-needed", because };
  }
  const openedOn = wanted(reviewOpenedOn, "securityReview.openedOn", t`Say when`);
  if (reviewClosedOn !== "" && reviewClosedOn < openedOn)
    faults["securityReview.closedOn"] = t`Not before it was opened`;
  return { kind: "opened", openedOn, closedOn: textOrNull(reviewClosedOn) };
}

function readData(
  { representative, representativeShownBy: shownBy }: TypedFacts,
  wanted: Wanted,
): ProductionFactFields["productionData"] {
  if (representative === "" && isEmpty(shownBy)) return null;
  wanted(representative, "productionData.representative", t`Say whether it did`);
  return {
    representative: representative === "yes",
    shownBy: wanted(shownBy, "productionData.shownBy", t`Say what shows it`),
  };
}

function readIntegration(
  { inScope, inBudget }: TypedFacts,
  wanted: Wanted,
): ProductionFactFields["integration"] {
  if (inScope === "" && inBudget === "") return null;
  wanted(inScope, "integration.inScope", t`Say whether it is`);
  wanted(inBudget, "integration.inBudget", t`Say whether it is`);
  return { inScope: inScope === "yes", inBudget: inBudget === "yes" };
}

function readTrained(
  { trainedDone, trainedOf }: TypedFacts,
  locale: string,
  faults: Record<string, string>,
): ProductionFactFields["trained"] {
  if (isEmpty(trainedDone) && isEmpty(trainedOf)) return null;
  const count = (text: string, field: string, least: number) => {
    const read = readTypedNumber(text, locale);
    const value = read.kind === "number" && /^\d+$/.test(read.decimal) ? Number(read.decimal) : null;
    if (value !== null && value >= least && value <= 1_000_000) return value;
    faults[field] = least === 0 ? t`A whole number from 0 on` : t`A whole number from 1 to a million`;
    return 0;
  };
  const of = count(trainedOf, "trained.of", 1);
  const done = count(trainedDone, "trained.done", 0);
  if (of > 0 && done > of) faults["trained.done"] ??= t`No more than there are`;
  return { done, of };
}

const isEmpty = (text: string) => text.trim() === "";
const textOrNull = (text: string) => (isEmpty(text) ? null : text.trim());

/** The facts in which two differ. */
export function changedFacts(one: TypedFacts, other: TypedFacts): FactKey[] {
  return factKeys.filter((fact) => fieldsOf[fact].some((field) => one[field] !== other[field]));
}

/** A draft that nothing was typed into begins from what is recorded now; another one stays as it was begun. */
export function takenUp(draft: ProductionDraft, facts: ProductionFacts, locale: string): ProductionDraft {
  const isTyped = changedFacts(draft.base, draft.typed).length > 0;
  return isTyped || draft.version >= facts.version ? draft : draftOf(facts, locale);
}

/** What one has typed on top of what somebody else saved: the facts that one has changed stay, the others are theirs. */
export function putTogether(
  { base, typed }: ProductionDraft,
  facts: ProductionFacts,
  locale: string,
): ProductionDraft {
  const theirs = typedFacts(facts, locale);
  const mine = changedFacts(base, typed).flatMap((fact) =>
    fieldsOf[fact].map((field) => [field, typed[field]] as const),
  );
  return { version: facts.version, base: theirs, typed: { ...theirs, ...Object.fromEntries(mine) } };
}
