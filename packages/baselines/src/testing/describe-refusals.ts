import { describe, expect, it } from "vitest";

export type Refusal = [call: () => unknown, message: string];

/** Calls that throw a RangeError each, with the words it says. */
export function describeRefusals(refusals: readonly Refusal[]): void {
  describe("what makes no sense", () => {
    it.each(refusals.map(([call, message]) => ({ call, message })))(
      "is refused: $message",
      ({ call, message }) => {
        expect(call).toThrow(RangeError);
        expect(call).toThrow(message);
      },
    );
  });
}
