import { describe, expect, it } from "vitest";
import { keepDraft, readDraft, type DraftStorage } from "./draft-store.ts";

function memory(): DraftStorage & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}

describe("keepDraft", () => {
  it("is read back by its key alone", () => {
    const storage = memory();
    keepDraft(storage, "log:default:2026-W46", { a: { numerator: "402", denominator: "" } });
    expect(readDraft(storage, "log:default:2026-W46")).toEqual({ a: { numerator: "402", denominator: "" } });
    expect(readDraft(storage, "log:demo:2026-W46")).toBeUndefined();
  });
  it("takes a draft away that says nothing", () => {
    const storage = memory();
    keepDraft(storage, "new:default", { name: "x" });
    keepDraft(storage, "new:default", undefined);
    expect(storage.kept.size).toBe(0);
  });
  it("goes on where the storage is full", () => {
    const storage: DraftStorage = {
      ...memory(),
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    expect(() => keepDraft(storage, "new:default", { name: "x" })).not.toThrow();
  });
});

describe("readDraft", () => {
  it("leaves out what cannot be read", () => {
    const storage = memory();
    keepDraft(storage, "k", 1);
    for (const key of storage.kept.keys()) storage.kept.set(key, "{half");
    expect(readDraft(storage, "k")).toBeUndefined();
  });
});
