import { describe, expect, it } from "vitest";
import { versionAddress } from "./version-address.ts";

describe("versionAddress", () => {
  it("names the version, whatever the address said, and keeps the rest", () => {
    expect(versionAddress("https://l.example/demo/cases/c?tab=results&version=9", 2)).toBe(
      "https://l.example/demo/cases/c?tab=results&version=2",
    );
    expect(versionAddress("https://l.example/demo/cases/c?tab=actual", 1)).toBe(
      "https://l.example/demo/cases/c?tab=actual&version=1",
    );
  });
});
