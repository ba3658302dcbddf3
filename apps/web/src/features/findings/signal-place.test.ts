import { expect, it } from "vitest";
import { placeOfSignal } from "./signal-place.ts";

it.each([
  ["training-share", "costs"],
  ["completeness", "year"],
  ["break", "year"],
  ["review-missing", "securityReview"],
  ["time-in-phase", null],
])("leads from the sign %s to %s", (signal, place) => {
  expect(placeOfSignal(signal)).toBe(place);
});
