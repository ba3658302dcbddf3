import type { ImportQuestion } from "./import-questions.ts";

/** Thrown where a reading cannot go on before a person has said something. */
export class AskFirst extends Error {
  readonly question: ImportQuestion;

  constructor(question: ImportQuestion) {
    super(question.text);
    this.name = "AskFirst";
    this.question = question;
  }
}
