import { ReadinessAnswer as WireAnswer } from "@liftledger/contracts/readiness";
import type { ReadinessAnswer } from "@liftledger/database/readiness-answers";
import type { PersonNames } from "../people/person-names.ts";

/** An answer as it crosses the wire. */
export function answerView(answer: ReadinessAnswer, nameOf: PersonNames): WireAnswer {
  return WireAnswer.parse({ ...answer, answeredBy: nameOf(answer.answeredBy) });
}
