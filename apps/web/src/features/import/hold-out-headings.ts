// No text: what headings of files are looked for.
const arms = {
  treated: ["with ai", "treated", "treatment", "variant"],
  heldOut: ["held out", "hold out", "holdout", "control"],
} as const;

/** What headings call the sums of an arm, the surest word first. No text: the headings are of files. */
const sums = {
  Units: ["unit", "count", "size", "visitor", "user"],
  Sum: ["converted", "conversion", "sum", "numerator", "total"],
  SumOfSquares: ["sum square", "square"],
  Denominator: ["denominator"],
  DenominatorSquares: ["denominator square"],
  Products: ["product", "times denominator"],
  Before: ["before"],
  BeforeSquares: ["before square"],
  BeforeProducts: ["before product", "times before"],
} as const;

function armHeadings(arm: keyof typeof arms): Record<string, readonly string[]> {
  const named = (word: string) => arms[arm].map((name) => `${name} ${word}`);
  return Object.fromEntries(
    Object.entries(sums).map(([sum, words]) => [`${arm}${sum}`, words.flatMap(named)]),
  );
}

function bothArms(field: string, word: string): Record<string, readonly string[]> {
  const named = (arm: keyof typeof arms) => arms[arm].map((name) => `${word} ${name}`);
  return { [`${field}Treated`]: named("treated"), [`${field}HeldOut`]: named("heldOut") };
}

/** What headings call the fields of a hold-out, the surest word first. No text: the headings are of files. */
export const holdOutHeadings: Readonly<Record<string, readonly string[]>> = {
  initiative: ["initiative", "project", "use case"],
  team: ["team", "department"],
  kpi: ["kpi", "metric", "measure"],
  scope: ["scope", "segment", "channel"],
  kind: ["kind", "type", "carry"],
  startedOn: ["first day", "start", "started", "began", "from"],
  endedOn: ["last day", "end", "ended", "until"],
  treatedShare: ["outside", "treated share", "rollout", "share"],
  treatedShareDuring: ["during"],
  plannedUnits: ["planned unit", "planned before"],
  unitOfRandomisation: ["drawn lot", "randomisation", "randomization"],
  ...armHeadings("treated"),
  ...armHeadings("heldOut"),
  ...bothArms("split", "split"),
  ...bothArms("assigned", "assigned"),
};
