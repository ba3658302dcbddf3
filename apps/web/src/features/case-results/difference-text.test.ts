import type { CasePlan } from "@liftledger/contracts/case-plan";
import { describe, expect, it } from "vitest";
import { differenceText } from "./difference-text.ts";

const plan = {
  currency: "EUR",
  benefits: [],
  costs: [
    { id: "licences", currency: null },
    { id: "agency", currency: "USD" },
  ],
} as unknown as CasePlan;

describe("differenceText", () => {
  it.each([
    ["licences", "amount", "21600", "€21,600"],
    ["agency", "amount", "21600.5", "US$21,600.50"],
    ["licences", "amount", "6000 from Year 1, 7200 from Year 2", "€6,000 from Year 1, €7,200 from Year 2"],
    ["licences", "our share", "0.335", "33.5%"],
    [
      "licences",
      "our share",
      "0.5 from 2026-03, not said from 2026-06",
      "50% from March 2026, not said from June 2026",
    ],
    ["licences", "volume", "118000", "118,000"],
    ["licences", "owner", "Priya Nair", "Priya Nair"],
    ["licences", "source of amount", "Offer from March", "Offer from March"],
    [null, "discount rate", "0.08", "8%"],
    [null, "start", "2026-09", "September 2026"],
    [null, "horizon", "4 years", "4 years"],
  ])("reads %s, %s: %s as %s", (lineId, field, told, text) => {
    expect(differenceText(plan, { lineId, field }, told)).toBe(text);
  });
});
