import { leaf, longSum, type Explanation } from "./explanation.ts";

/** An initiative that is counted. */
export interface Counted {
  initiativeId: string;
  name: string;
}

/**
 * How many initiatives there are of a kind, by name: the sum of a one for each, which leads to it. `by` says what they
 * were counted by, all or each.
 *
 * @example countByName("Given up", [{ initiativeId: "chat", name: "Chat" }], "phase histories").value // "1"
 */
export function countByName<One extends Counted>(
  label: string,
  counted: readonly One[],
  by: string | ((one: One) => string),
): Explanation {
  const countedBy = (one: One) => (typeof by === "string" ? by : by(one));
  return longSum(
    label,
    "count",
    counted.map(() => "1"),
    () =>
      counted.map((one) => {
        const { initiativeId, name } = one;
        return leaf(name, "1", "count", { kind: "measured", text: countedBy(one), initiativeId });
      }),
  );
}
