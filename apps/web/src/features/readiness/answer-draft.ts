import type { NewReadinessAnswer } from "@liftledger/contracts/readiness";
import type { Evidence, QuestionKey } from "./queries.ts";
import { t } from "../../words.ts";

/** What is typed as evidence: of the three kinds only the fields of the chosen one count. */
export interface EvidenceDraft {
  kind: Evidence["kind"];
  address: string;
  text: string;
  reference: string;
  /** "noun id" of a thing in the product. */
  object: string;
}

export interface AnswerDraft {
  score: string;
  evidence: EvidenceDraft[];
}

/** A thing of the product that may be chosen as evidence. */
export type Thing = Extract<Evidence, { kind: "object" }>;

export const emptyEvidence: EvidenceDraft = {
  kind: "link",
  address: "",
  text: "",
  reference: "",
  object: "",
};

export const thingKey = ({ noun, id }: Pick<Thing, "noun" | "id">): string => `${noun} ${id}`;

/** The form filled with what was answered before. */
export function draftOf(score: number, evidence: readonly Evidence[]): AnswerDraft {
  const rows = evidence.map((shown): EvidenceDraft => {
    if (shown.kind === "link") return { ...emptyEvidence, address: shown.address, text: shown.text };
    if (shown.kind === "file") return { ...emptyEvidence, kind: "file", reference: shown.reference };
    return { ...emptyEvidence, kind: "object", object: thingKey(shown) };
  });
  return { score: String(score), evidence: rows.length === 0 ? [emptyEvidence] : rows };
}

/** By field, as the server names them: "evidence.0.address". */
type Faults = Record<string, string>;

/** What was typed as evidence, and what is wrong with it. A row left empty is none. */
export function readEvidence(
  rows: readonly EvidenceDraft[],
  things: readonly Thing[],
): { evidence: Evidence[]; faults: Faults } {
  const faults: Faults = {};
  const evidence: Evidence[] = [];
  for (const [place, row] of rows.entries()) {
    if (isEmpty(row)) continue;
    const at = (field: string) => `evidence.${place}.${field}`;
    const address = row.address.trim();
    if (row.kind === "file") evidence.push({ kind: "file", reference: row.reference.trim() });
    else if (row.kind === "object") {
      const thing = things.find((one) => thingKey(one) === row.object);
      if (thing === undefined) faults[at("object")] = t`Choose what shows it`;
      else evidence.push(thing);
    } else if (!isWebAddress(address)) faults[at("address")] = t`Write it as https://example.com/page`;
    else evidence.push({ kind: "link", address, text: row.text.trim() === "" ? address : row.text.trim() });
  }
  return { evidence, faults };
}

export type ReadAnswer = { kind: "answer"; answer: NewReadinessAnswer } | { kind: "faults"; faults: Faults };

/** What was typed as an answer, or what is wrong with it. */
export function readAnswer(
  question: QuestionKey,
  { score: typed, evidence: rows }: AnswerDraft,
  things: readonly Thing[],
): ReadAnswer {
  const { evidence, faults } = readEvidence(rows, things);
  const score = Number(typed);
  if (Object.keys(faults).length > 0) return { kind: "faults", faults };
  if (score > 0 && evidence.length === 0) {
    const message = t`Say what shows it: a score with nothing to show for it counts as 0`;
    return { kind: "faults", faults: { evidence: message } };
  }
  return { kind: "answer", answer: { question, score, evidence } };
}

function isEmpty({ kind, address, text, reference, object }: EvidenceDraft): boolean {
  if (kind === "file") return reference.trim() === "";
  return kind === "object" ? object === "" : address.trim() === "" && text.trim() === "";
}

function isWebAddress(address: string): boolean {
  try {
    return ["http:", "https:"].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}
