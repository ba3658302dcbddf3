/** The five steps out of pilot purgatory, in the order in which they are taken. */
export const playbook = [
  {
    key: "business-case",
    name: "Business case",
    what: "State the outcome in one sentence with a number, and have the case approved by somebody who did not write it.",
  },
  {
    key: "workflows",
    name: "Workflows",
    what: "Map the workflow before the tool: steps, exceptions, manual workarounds, hand-offs, and who owns each.",
  },
  {
    key: "data",
    name: "Data",
    what: "Audit the data: where they are, what is missing, what breaks, and freeze what it is measured against.",
  },
  {
    key: "governance",
    name: "Governance",
    what: "Name one accountable person, open the security review before the pilot begins, and write down who reviews what.",
  },
  {
    key: "people",
    name: "People",
    what: "Train the people who will use it, give them the time, and see that they do.",
  },
] as const;

export type PlaybookKey = (typeof playbook)[number]["key"];

/** The place of a step in the order. */
export function playbookPlace(key: PlaybookKey): number {
  return playbook.findIndex((step) => step.key === key);
}

/** A step by its key. */
export function playbookStep(key: PlaybookKey): (typeof playbook)[number] {
  const found = playbook.find((step) => step.key === key);
  if (found === undefined) throw new RangeError(`"${key}" is no step of the playbook`);
  return found;
}
