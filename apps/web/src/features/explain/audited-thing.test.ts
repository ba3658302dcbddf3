import { describe, expect, it } from "vitest";
import { auditedSource, auditedSubject } from "./audited-thing.ts";

const measured = { kind: "measured", text: "shop system, revision 2", seriesId: "series-1" } as const;

describe("auditedSource", () => {
  it.each([
    [measured, { noun: "snapshots", objectId: "series-1" }],
    [
      { ...measured, importId: null },
      { noun: "snapshots", objectId: "series-1" },
    ],
    [
      { ...measured, importId: "import-1" },
      { noun: "import", objectId: "import-1" },
    ],
    [
      { ...measured, holdOutId: "hold-out-1" },
      { noun: "hold-out", objectId: "hold-out-1" },
    ],
    [
      { kind: "assumption", text: "version 1", benefitId: "benefit-1" } as const,
      { noun: "benefit", objectId: "benefit-1" },
    ],
    [
      { kind: "measured", text: "invoice", costLineId: "line-1" } as const,
      { noun: "cost-line", objectId: "line-1" },
    ],
    [{ kind: "benchmark", text: "Hashmeta" } as const, undefined],
  ])("leads from %j to %j", (source, thing) => {
    expect(auditedSource(source)).toEqual(thing);
  });
});

describe("auditedSubject", () => {
  it("is what the figure is of", () => {
    expect(auditedSubject("initiative/one/net-roi")).toEqual({ noun: "initiative", objectId: "one" });
    expect(auditedSubject("benefit/two/actual-ratio")).toEqual({ noun: "benefit", objectId: "two" });
    expect(auditedSubject("portfolio/cost")).toBeUndefined();
  });
});
