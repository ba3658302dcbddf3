import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleGateFacts } from "../testing/example-gate-facts.ts";
import { decideGate, gateDecisions, signaturesNeeded, type DecisionRequest } from "./gate-decision.ts";
import { gateReview } from "./gate-review.ts";

const clean = gateReview("scale", exampleGateFacts("scale"));
const open = gateReview("scale", exampleGateFacts("scale", { handOverOwner: null, integration: null }));
const request: DecisionRequest = {
  decision: "advance",
  review: clean,
  author: "ines",
  signatures: ["tom"],
  overrides: [],
  costAheadMinor: 10_000_00n,
  twoSignFromMinor: 50_000_00n,
};
const bothLetPass = [
  { criterion: "hand-over-owner", by: "tom", reason: "Named next week." },
  { criterion: "integration", by: "ada", reason: "Runs beside it until May." },
] as const;
const reasons = (differences: Partial<DecisionRequest>) => {
  const decision = decideGate({ ...request, ...differences });
  return decision.kind === "refused" ? decision.refusals.map(({ reason }) => reason) : decision.kind;
};

describe("decideGate", () => {
  it("decides what is met and signed by another than its author", () => {
    expect(decideGate(request)).toEqual({ kind: "decided", overrides: 0, signatures: 1 });
    expect(decideGate({ ...request, signatures: [] })).toEqual({
      kind: "to-be-signed",
      signed: 0,
      needed: 1,
      sentence: "1 of 1 signature is still to come.",
    });
  });

  it("names every criterion that stands in the way, unknown ones too", () => {
    expect(decideGate({ ...request, review: open })).toEqual({
      kind: "refused",
      refusals: [
        {
          kind: "criterion",
          criterion: "hand-over-owner",
          reason: "Not met: Is it named who takes it over in production? Nobody is named.",
        },
        {
          kind: "criterion",
          criterion: "integration",
          reason:
            "Not known: Is the integration part of the scope and of the budget? Whether it is to be integrated is not recorded.",
        },
      ],
      sentence: "2 criteria stand in the way: hand-over-owner and integration.",
    });
    expect(reasons({ review: open, decision: "graduate" })).toHaveLength(2);
    expect(reasons({ review: open, overrides: bothLetPass.slice(0, 1) })).toHaveLength(1);
  });

  it.each(["hold", "stop", "retire"] as const)("lets %s whatever is not met", (decision) => {
    expect(decideGate({ ...request, review: open, decision }).kind).toBe("decided");
  });

  it("counts what was let pass by name and with a reason", () => {
    expect(decideGate({ ...request, review: open, overrides: bothLetPass })).toMatchObject({
      kind: "decided",
      overrides: 2,
    });
  });

  it.each<[Partial<DecisionRequest>, string[]]>([
    [{ signatures: ["ines"] }, ["ines asked for it and cannot sign it."]],
    [{ signatures: ["tom", "tom"] }, ["tom has signed twice."]],
    [
      { overrides: [{ criterion: "owner", by: "tom", reason: "Why not." }] },
      [
        "“Does one person answer for it?” is let pass, and does not stand in the way any more: ask without letting it pass.",
      ],
    ],
    [
      { review: open, overrides: [bothLetPass[0], { ...bothLetPass[1], reason: " " }] },
      ["Say why “Is the integration part of the scope and of the budget?” may pass."],
    ],
    [
      { review: open, overrides: [bothLetPass[0], { ...bothLetPass[1], by: "" }] },
      ["Nobody is named who lets “Is the integration part of the scope and of the budget?” pass."],
    ],
    [
      { review: open, overrides: [...bothLetPass, bothLetPass[0]] },
      ["“Is it named who takes it over in production?” is let pass twice: say it once."],
    ],
    [
      { decision: "hold", review: open, overrides: [bothLetPass[0]] },
      [
        "“Is it named who takes it over in production?” is let pass, and does not stand in the way any more: ask without letting it pass.",
      ],
    ],
  ])("refuses %j", (differences, expected) => {
    expect(reasons(differences)).toEqual(expected);
  });

  it("never decides with fewer signatures than needed, or one of its author", () => {
    const people = fc.array(fc.constantFrom("ines", "tom", "ada"), { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.constantFrom(...gateDecisions),
        people,
        fc.boolean(),
        fc.constantFrom<bigint | null>(null, 0n, 4_999_999n, 5_000_000n),
        (decision, signatures, isOpen, costAheadMinor) => {
          const asked = { ...request, decision, signatures, costAheadMinor, review: isOpen ? open : clean };
          const answer = decideGate(asked);
          if (answer.kind !== "decided") return;
          expect(new Set(signatures).size).toBeGreaterThanOrEqual(signaturesNeeded(asked));
          expect(signatures).not.toContain("ines");
          expect(isOpen && ["advance", "graduate"].includes(decision)).toBe(false);
        },
      ),
    );
  });
});

describe("signaturesNeeded", () => {
  it.each<[DecisionRequest["decision"], bigint | null, bigint | null, number]>([
    ["advance", 49_999_99n, 50_000_00n, 1],
    ["advance", 50_000_00n, 50_000_00n, 2],
    ["advance", 50_000_01n, 50_000_00n, 2],
    ["advance", null, 50_000_00n, 2],
    ["advance", null, null, 1],
    ["stop", 50_000_01n, 50_000_00n, 2],
    ["retire", 50_000_01n, 50_000_00n, 2],
    ["hold", 50_000_01n, 50_000_00n, 1],
  ])("to %s at %s over a threshold of %s are %i", (decision, costAheadMinor, twoSignFromMinor, needed) => {
    expect(signaturesNeeded({ decision, costAheadMinor, twoSignFromMinor })).toBe(needed);
  });
});
