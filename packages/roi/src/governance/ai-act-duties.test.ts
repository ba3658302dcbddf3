import { describe, expect, it } from "vitest";
import { aiActDuties, type AiActFacts } from "./ai-act-duties.ts";

const nothing: AiActFacts = { role: null, talksWithPeople: null, makesContent: null, isPublished: null };
const answers = (facts: Partial<AiActFacts>, day = "2026-11-23") =>
  aiActDuties({ ...nothing, ...facts }, day).map(({ mayApply }) => mayApply);

describe("aiActDuties", () => {
  // Articles 4, 50(1), 50(2) and 50(4) of Regulation (EU) 2024/1689: 4 binds both, 50(1) and (2) providers, 50(4) deployers.
  it.each<[Partial<AiActFacts>, string[]]>([
    [{}, ["not-known", "not-known", "not-known", "not-known"]],
    [{ role: "neither", talksWithPeople: true }, ["no", "no", "no", "no"]],
    [{ role: "deployer" }, ["yes", "no", "no", "not-known"]],
    [{ role: "deployer", makesContent: true, isPublished: true }, ["yes", "no", "no", "yes"]],
    [{ role: "deployer", makesContent: true, isPublished: false }, ["yes", "no", "no", "no"]],
    [{ role: "provider", talksWithPeople: true, makesContent: false }, ["yes", "yes", "no", "no"]],
    [{ role: "both", talksWithPeople: false, makesContent: true }, ["yes", "no", "yes", "not-known"]],
    // What is known to be otherwise excludes it, whoever the organisation is.
    [{ makesContent: false }, ["not-known", "not-known", "no", "no"]],
  ])("of %j says %j", (facts, expected) => {
    expect(answers(facts)).toEqual(expected);
  });

  it("says since when, from the very day on (Article 113)", () => {
    const inForce = (day: string) => aiActDuties(nothing, day).map(({ isInForce }) => isInForce);
    expect(inForce("2025-02-01")).toEqual([false, false, false, false]);
    expect(inForce("2025-02-02")).toEqual([true, false, false, false]);
    expect(inForce("2026-08-01")).toEqual([true, false, false, false]);
    expect(inForce("2026-08-02")).toEqual([true, true, true, true]);
  });

  it("gives its reason, and what is missing", () => {
    const [literacy, , , published] = aiActDuties(
      { ...nothing, role: "deployer", makesContent: true },
      "2026-11-23",
    );
    expect(literacy?.reason).toBe("It is a duty of providers and deployers.");
    expect(published?.reason).toBe("Not recorded: whether what it makes is published.");
  });

  it("names for each duty its source, its later acts and the day it was checked", () => {
    for (const duty of aiActDuties(nothing, "2026-11-23")) {
      expect(duty.source).toContain("2024/1689");
      expect(duty.address).toMatch(/^https:\/\/eur-lex\.europa\.eu\//);
      expect(duty.laterActs).toContain("COM(2025) 836");
      expect(duty.checkedOn >= duty.appliesFrom).toBe(true);
    }
  });
});
