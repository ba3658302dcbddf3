import { leaf, longSum, type Explanation } from "./explanation.ts";

/**
 * How many there are of something, by name: the sum of a one for each. `by` says what each was counted by.
 *
 * @example countByName("Given up", ["Chat", "Leads"], "phase histories").value // "2"
 */
export function countByName(label: string, names: readonly string[], by: string): Explanation {
  const source = { kind: "measured", text: by } as const;
  return longSum(
    label,
    "count",
    names.map(() => "1"),
    () => names.map((name) => leaf(name, "1", "count", source)),
  );
}
