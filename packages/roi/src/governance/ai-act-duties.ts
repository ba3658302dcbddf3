/** What the register knows of the use of an AI that decides whether a duty of the AI Act may apply. Null: not recorded. */
export interface AiActFacts {
  role: "deployer" | "provider" | "both" | "neither" | null;
  /** People deal with it directly, as with a chat. */
  talksWithPeople: boolean | null;
  /** It makes or alters text, pictures, sound or video. */
  makesContent: boolean | null;
  /** What it makes is published, as in a campaign. */
  isPublished: boolean | null;
}

/** A duty of the regulation as data: what it asks, of whom, since when, and against what the row was checked. */
export interface AiActDuty {
  key: "article-4" | "article-50-1" | "article-50-2" | "article-50-4";
  article: string;
  name: string;
  /** What it asks, in our words. */
  asks: string;
  /** The day from which it applies, as the regulation was published. */
  appliesFrom: string;
  source: string;
  address: string;
  /** What a later act changes or may change, as far as we read of it. */
  laterActs: string;
  /** The day on which the row was last compared with its source. */
  checkedOn: string;
}

/** Whether a duty may apply, with its reason. */
export interface AiActAnswer extends AiActDuty {
  mayApply: "yes" | "no" | "not-known";
  reason: string;
  /** Its day has come. */
  isInForce: boolean;
}

/** What stands over everything said here. */
export const notLegalAdvice =
  "Not legal advice: dates and duties are data from the sources named, for a lawyer to confirm.";

const source = "Regulation (EU) 2024/1689 (AI Act), Article 113, as published on 2024-07-12";
const address = "https://eur-lex.europa.eu/eli/reg/2024/1689/oj";
const checkedOn = "2026-11-23";
const omnibus = "The Digital Omnibus on AI, proposed as COM(2025) 836 and reported as adopted in 2026-06,";

const duties: readonly (AiActDuty & {
  of: readonly ("deployer" | "provider")[];
  where: readonly (keyof Omit<AiActFacts, "role">)[];
})[] = [
  {
    key: "article-4",
    article: "Article 4",
    name: "AI literacy",
    asks: "Providers and deployers take measures so that those who operate and use it on their behalf know enough of AI.",
    appliesFrom: "2025-02-02",
    source,
    address,
    laterActs: `${omnibus} words this duty more weakly; its day stays.`,
    checkedOn,
    of: ["deployer", "provider"],
    where: [],
  },
  {
    key: "article-50-1",
    article: "Article 50(1)",
    name: "Telling people that they deal with an AI",
    asks: "Providers build it so that people who deal with it directly are told that it is an AI, unless that is obvious.",
    appliesFrom: "2026-08-02",
    source,
    address,
    laterActs: `${omnibus} leaves this day as it was.`,
    checkedOn,
    of: ["provider"],
    where: ["talksWithPeople"],
  },
  {
    key: "article-50-2",
    article: "Article 50(2)",
    name: "Marking what an AI made",
    asks: "Providers mark what it makes so that a machine can tell that it is artificial.",
    appliesFrom: "2026-08-02",
    source,
    address,
    laterActs: `${omnibus} gives systems that were on the market before 2026-08-02 until 2026-12-02.`,
    checkedOn,
    of: ["provider"],
    where: ["makesContent"],
  },
  {
    key: "article-50-4",
    article: "Article 50(4)",
    name: "Saying that published content is artificial",
    asks: "Deployers say so of deep fakes, and of text on matters of public interest that nobody reviewed and answers for.",
    appliesFrom: "2026-08-02",
    source,
    address,
    laterActs: `${omnibus} leaves this day as it was.`,
    checkedOn,
    of: ["deployer"],
    where: ["makesContent", "isPublished"],
  },
];

const words: Record<keyof Omit<AiActFacts, "role">, { missing: string; no: string; yes: string }> = {
  talksWithPeople: {
    missing: "whether people deal with it directly",
    no: "people do not deal with it directly",
    yes: "people deal with it directly",
  },
  makesContent: {
    missing: "whether it makes content",
    no: "it makes no content",
    yes: "it makes content",
  },
  isPublished: {
    missing: "whether what it makes is published",
    no: "nothing that it makes is published",
    yes: "what it makes is published",
  },
};

/**
 * Which duties of the AI Act may apply to an initiative on a day, as far as the register says. "may": whether one does
 * is for a lawyer to say. What is not recorded excludes nothing.
 *
 * @example
 * aiActDuties({ role: "deployer", talksWithPeople: true, makesContent: null, isPublished: null }, "2026-11-23")
 * // article-4 yes, article-50-1 no (it is of providers), article-50-2 no, article-50-4 not known
 */
export function aiActDuties(facts: AiActFacts, day: string): AiActAnswer[] {
  return duties.map(({ of, where, ...duty }) => {
    return { ...duty, ...applies(facts, of, where), isInForce: day >= duty.appliesFrom };
  });
}

function applies(
  { role, ...facts }: AiActFacts,
  of: readonly ("deployer" | "provider")[],
  where: readonly (keyof typeof facts)[],
): Pick<AiActAnswer, "mayApply" | "reason"> {
  const whose = of.length === 2 ? "providers and deployers" : `${of[0]}s`;
  if (role === "neither")
    return { mayApply: "no", reason: "The organisation is neither provider nor deployer of it." };
  if (role !== null && role !== "both" && !of.includes(role))
    return { mayApply: "no", reason: `It is a duty of ${whose}; the organisation is recorded as ${role}.` };
  const no = where.find((fact) => facts[fact] === false);
  if (no !== undefined) return { mayApply: "no", reason: `As recorded, ${words[no].no}.` };
  const missing = where.filter((fact) => facts[fact] === null).map((fact) => words[fact].missing);
  if (role === null) missing.unshift("whether the organisation is its provider or its deployer");
  if (missing.length > 0) return { mayApply: "not-known", reason: `Not recorded: ${missing.join("; ")}.` };
  const because = where.map((fact) => words[fact].yes);
  return {
    mayApply: "yes",
    reason: `It is a duty of ${whose}${because.length === 0 ? "" : `, and ${because.join(", and ")}`}.`,
  };
}
