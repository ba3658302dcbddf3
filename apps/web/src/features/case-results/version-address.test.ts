import { describe, expect, it } from "vitest";
import { versionAddress } from "./version-address.ts";

describe("versionAddress", () => {
  it("names the version, whatever the address said, and keeps the rest", () => {
    expect(versionAddress("https://l.example/demo/cases/c?tab=results&version=9", { number: 2 })).toBe(
      "https://l.example/demo/cases/c?tab=results&version=2",
    );
    expect(versionAddress("https://l.example/demo/cases/c?tab=actual", { number: 1 })).toBe(
      "https://l.example/demo/cases/c?tab=actual&version=1",
    );
  });

  it("says of a draft of which instant it is, and of what does not change nothing", () => {
    const changedAt = "2026-06-24T12:00:00.000Z";
    const of = (status: string, address = "https://l.example/demo/cases/c") =>
      new URL(versionAddress(address, { number: 1, status, changedAt })).searchParams.get("asOf");
    expect([of("draft"), of("returned"), of("submitted"), of("approved")]).toEqual([
      changedAt,
      changedAt,
      null,
      null,
    ]);
    expect(of("draft", "https://l.example/demo/cases/c?asOf=2026-06-25T00:00:00.000Z")).toBe(
      "2026-06-25T00:00:00.000Z",
    );
  });
});
