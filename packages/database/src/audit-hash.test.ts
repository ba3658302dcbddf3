import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditHash, canonicalJson, genesisHash } from "./audit-hash.ts";

describe("auditHash", () => {
  const entry = {
    organisationId: "default",
    sequence: 1,
    recordedAt: "2026-06-24T12:00:00.000Z",
    actorId: "person-1",
    action: "createSeries",
    noun: "series",
    objectId: "series-1",
    before: null,
    after: '{"scope":"Köln"}',
    reason: null,
    requestId: "request-1",
    previousHash: genesisHash,
  };

  it("is what Python's hashlib and json compute from the documented form", () => {
    // hashlib.sha256(json.dumps([...], separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()
    expect(auditHash(entry)).toBe("7f8438e53f8b6a8e89533312ef9f35015e0ebea6436536dfb06e85a1388c601e");
  });

  it("differs where any field differs, and does not run two fields together", () => {
    const changed = Object.keys(entry).map((field) =>
      auditHash({ ...entry, [field]: field === "sequence" ? 2 : "x" }),
    );
    const moved = auditHash({ ...entry, noun: "serie", objectId: "sseries-1" });
    expect(new Set([auditHash(entry), moved, ...changed]).size).toBe(changed.length + 2);
  });
});

describe("canonicalJson", () => {
  it("sorts names at every depth, leaves out what is undefined and writes a bigint as text", () => {
    expect(canonicalJson({ b: 1n, a: [{ d: null, c: undefined, b: "ü" }] })).toBe(
      '{"a":[{"b":"ü","d":null}],"b":"1"}',
    );
  });

  it("gives the same text whatever the order of the names, and reads back as it was", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        const text = canonicalJson(value);
        expect(canonicalJson(turned)).toBe(text);
        expect(canonicalJson(JSON.parse(text) as object)).toBe(text);
      }),
    );
  });
});
