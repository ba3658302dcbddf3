import { describe, expect, it } from "vitest";
import type { QualityPoint } from "./quality-input.ts";
import { found, judge, sound } from "../testing/judged-series.ts";

describe("the check of provenance", () => {
  const crm = (place: number, numerator: string): QualityPoint =>
    ({ ...sound[place], source: "CRM", numerator, origin: "imported" }) as QualityPoint;
  const record = { sourceOfRecord: "web analytics" };
  it("shows by how much two sources disagree, and corrects neither", () => {
    const ours = Number(sound[5]?.numerator);
    const quality = judge([...sound, crm(5, String(ours * 1.05))], record);
    expect(found(quality, "provenance")).toEqual([
      "look: web analytics and CRM disagree in 1 week (2025-W06), by 5% at most.",
    ]);
    expect(quality.provenance.disagreements[0]).toMatchObject({ period: "2025-W06", other: "CRM" });
    expect(quality.provenance.disagreements[0]?.difference).toBeCloseTo(0.05, 12);
    expect(found(judge([...sound, crm(5, String(ours * 2))], record), "provenance")[0]).toMatch(
      /^problem: .*100%/,
    );
    expect(found(judge([...sound, crm(5, String(ours * 1.005))], record), "provenance")).toEqual([]);
  });
  it("notes sources that take turns, and what is typed by hand", () => {
    const mixed = sound.map((point, at) => (at >= 50 ? crm(at, point.numerator) : point));
    expect(found(judge(mixed), "provenance")).toEqual([
      "note: 2 sources take turns (web analytics, CRM); the source changes in 1 week: 2025-W51.",
    ]);
    expect(judge(mixed).provenance.shares).toEqual({ measured: 50 / 60, imported: 10 / 60, typed: 0 });
    const typed = sound.map((point, at): QualityPoint => (at < 36 ? { ...point, origin: "typed" } : point));
    expect(found(judge(typed), "provenance")).toEqual(["note: 60% of the weeks are typed by hand."]);
    expect(judge(typed).grade).toBe("good");
  });
});
