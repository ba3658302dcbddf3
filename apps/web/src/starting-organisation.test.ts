import type { Organisation } from "@liftledger/contracts/organisation";
import { describe, expect, it } from "vitest";
import { startingOrganisation } from "./starting-organisation.ts";

const organisation = (kind: Organisation["kind"], initiatives: number): Organisation => ({
  organisationId: kind,
  name: kind,
  kind,
  currency: "EUR",
  timeZone: "UTC",
  initiatives,
  version: 1,
});

describe("startingOrganisation", () => {
  it("shows the demo while the own organisation is empty", () => {
    expect(startingOrganisation([organisation("default", 0), organisation("demo", 12)])).toBe("demo");
  });

  it("shows the own organisation as soon as it holds an initiative", () => {
    expect(startingOrganisation([organisation("default", 1), organisation("demo", 12)])).toBe("default");
  });

  it("shows the own organisation where the demo was deleted", () => {
    expect(startingOrganisation([organisation("default", 0)])).toBe("default");
  });
});
