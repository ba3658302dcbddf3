import { expect, it } from "vitest";
import { pointsWords } from "./points-words.ts";

it.each([
  [0.09, 0, "9 points"],
  [-0.01, 0, "1 point"],
  [-0.0042, 1, "0.4 points"],
  [0.0099, 1, "1 point"],
  [12.345, 0, "1,235 points"],
])("says a difference of %d between two shares in points", (difference, digits, words) => {
  expect(pointsWords(difference, digits)).toBe(words);
});
