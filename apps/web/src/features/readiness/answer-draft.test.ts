import { describe, expect, it } from "vitest";
import { draftOf, emptyEvidence, readAnswer, type Thing } from "./answer-draft.ts";

const thing: Thing = { kind: "object", noun: "business-case", id: "c1", text: "The case “Chat”" };
const file = { ...emptyEvidence, kind: "file" as const, reference: " map.pdf " };

describe("readAnswer", () => {
  it("reads what was typed, leaves empty rows out, and names a link by its address where it has no name", () => {
    const link = { ...emptyEvidence, address: " https://wiki.example.com/map " };
    const object = { ...emptyEvidence, kind: "object" as const, object: "business-case c1" };
    const typed = { score: "4", evidence: [emptyEvidence, link, file, object] };
    expect(readAnswer("workflow", typed, [thing])).toEqual({
      kind: "answer",
      answer: {
        question: "workflow",
        score: 4,
        evidence: [
          { kind: "link", address: "https://wiki.example.com/map", text: "https://wiki.example.com/map" },
          { kind: "file", reference: "map.pdf" },
          thing,
        ],
      },
    });
  });

  it.each([
    ["a score with nothing to show for it", { score: "1", evidence: [emptyEvidence] }, ["evidence"]],
    [
      "an address that is none of the web",
      { score: "1", evidence: [file, { ...emptyEvidence, address: "javascript:alert(1)" }] },
      ["evidence.1.address"],
    ],
    [
      "a name without an address",
      { score: "1", evidence: [{ ...emptyEvidence, text: "Map" }] },
      ["evidence.0.address"],
    ],
    [
      "a thing that is gone",
      { score: "1", evidence: [{ ...emptyEvidence, kind: "object" as const, object: "series s" }] },
      ["evidence.0.object"],
    ],
  ])("refuses %s at its field", (_what, typed, fields) => {
    const read = readAnswer("workflow", typed, [thing]);
    expect(read.kind === "faults" && Object.keys(read.faults)).toEqual(fields);
  });

  it("takes a 0 with nothing to show", () => {
    expect(readAnswer("use", draftOf(0, []), [])).toMatchObject({ kind: "answer", answer: { evidence: [] } });
  });
});

describe("draftOf", () => {
  it("is read back as what it was made from", () => {
    const evidence = [
      { kind: "link" as const, address: "https://example.com", text: "Map" },
      { kind: "file" as const, reference: "map.pdf" },
      thing,
    ];
    const read = readAnswer("owner", draftOf(3, evidence), [thing]);
    expect(read).toEqual({ kind: "answer", answer: { question: "owner", score: 3, evidence } });
  });
});
