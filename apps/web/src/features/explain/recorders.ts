import type { Explanation } from "@liftledger/contracts/explanation";

/** How many of a figure's inputs somebody recorded, and when the last of them. */
export interface Recorder {
  name: string;
  inputs: number;
  lastAt: string;
}

/** Who recorded the inputs of a figure, who did so last first. An input that stands in it twice counts once. */
export function recorders(tree: Explanation): Recorder[] {
  const found = new Map<string, { inputs: Set<string>; lastAt: string }>();
  const look = (node: Explanation): void => {
    const { recordedBy, recordedAt = "" } = node.source ?? {};
    if (node.inputs.length === 0 && recordedBy !== undefined) {
      const own = found.get(recordedBy) ?? { inputs: new Set<string>(), lastAt: "" };
      own.inputs.add(`${node.label} ${node.value} ${recordedAt}`);
      found.set(recordedBy, { ...own, lastAt: recordedAt > own.lastAt ? recordedAt : own.lastAt });
    }
    node.inputs.forEach(look);
  };
  look(tree);
  return [...found]
    .map(([name, { inputs, lastAt }]) => ({ name, inputs: inputs.size, lastAt }))
    .toSorted((one, other) => (one.lastAt < other.lastAt ? 1 : -1));
}
