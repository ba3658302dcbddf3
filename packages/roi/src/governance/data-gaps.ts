import { asSentence } from "./as-sentence.ts";

/** What is asked of data: yes, no, or nobody has looked yet. */
type Known = "yes" | "no" | "not-known";

/** What an inventory says of data, as far as it decides whether they can be used. */
export interface DataState {
  needsCleansing: Known;
  /** What needs cleansing. */
  cleansing: string;
  consistent: Known;
  reachableByApi: Known;
  allowedForTraining: Known;
  personalData: Known;
  privacyBasis: string | null;
  retention: string | null;
}

const answered = [
  ["needsCleansing", "Nobody has looked whether they need cleansing."],
  ["consistent", "Nobody has looked whether systems agree on them."],
  ["reachableByApi", "Nobody has said whether they can be reached by API."],
  ["allowedForTraining", "Nobody has said whether they may be used for training."],
  ["personalData", "Nobody has said whether there are personal data among them."],
] as const;

/**
 * What stands in the way of using data, each in a sentence: first what is wrong, then what nobody has answered. Not known
 * is a gap, since nobody can build on it.
 *
 * @example dataGaps({ …, reachableByApi: "no" }) // ["They cannot be reached by API."]
 */
export function dataGaps(data: DataState): string[] {
  const { needsCleansing, cleansing, consistent, reachableByApi, allowedForTraining } = data;
  const wrong = [
    ...(needsCleansing === "yes" ? [`They need cleansing: ${asSentence(cleansing)}`] : []),
    ...(consistent === "no" ? ["Systems do not agree on them."] : []),
    ...(reachableByApi === "no" ? ["They cannot be reached by API."] : []),
    ...(allowedForTraining === "no" ? ["They may not be used for training."] : []),
    ...(data.personalData === "yes" && data.privacyBasis === null
      ? ["There are personal data among them, and no basis is stated."]
      : []),
  ];
  const open = answered.filter(([key]) => data[key] === "not-known").map(([, text]) => text);
  return [...wrong, ...open, ...(data.retention === null ? ["Nobody has said how long they are kept."] : [])];
}
