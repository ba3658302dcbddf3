import type { Kpi } from "@liftledger/contracts/kpi";
import { outcomeForecast, type OutcomeQuestion } from "@liftledger/roi/outcome-forecast";
import { describe, expect, it } from "vitest";
import { forecastWords } from "./forecast-words.ts";

const conversion = {
  direction: "higher",
  numerator: { counts: "orders", unit: "order" },
} as Kpi;
const question: OutcomeQuestion = {
  percent: "5",
  numerators: Array.from({ length: 52 }, () => "800"),
  periodType: "week",
  unitValue: "40",
  floor: 0.3,
  places: 2,
};
const words = (asked: Partial<OutcomeQuestion>, kpi = conversion) => {
  const whole = { ...question, ...asked };
  const context = { kpi, currency: "EUR", question: whole, scope: "Web shop", locale: "en-GB" };
  return forecastWords(outcomeForecast(whole), context);
};

describe("forecastWords", () => {
  it("says what a year holds, what the change is worth and what it may cost", () => {
    expect(words({})).toEqual([
      "At 41,600 orders a year, as the last 52 weeks of Web shop went, 5% is 2,080 orders more.",
      "That is worth €83,200 in a full year, if all of it is this initiative’s doing and turns into money.",
      "To return the 30% that its phase asks for, it may cost €64,000 in that year at the most.",
    ]);
  });

  it("names the organisation's own benchmarks where they ask for the return", () => {
    const whole = { ...question, floor: 0.6 };
    const context = { kpi: conversion, currency: "EUR", question: whole, scope: "Web shop", locale: "en-GB" };
    expect(forecastWords(outcomeForecast(whole), { ...context, askedBy: "Board hurdles" })[2]).toBe(
      "To return the 60% that “Board hurdles” asks for in its phase, it may cost €52,000 in that year at the most.",
    );
  });

  it("names money once, and saves it where lower is better", () => {
    const spend = { direction: "lower", numerator: { counts: "spend", unit: "money" } } as Kpi;
    expect(words({ unitValue: "1", floor: null }, spend)).toEqual([
      "At €41,600 of spend a year, as the last 52 weeks of Web shop went, 5% is €2,080 of spend less.",
      "That is worth €2,080 in a full year, if all of it is this initiative’s doing and turns into money.",
    ]);
  });

  it("says what is missing: a worth, or numbers to go by", () => {
    expect(words({ unitValue: null })[1]).toBe(
      "Say what one is worth, and this says what that could bring and cost.",
    );
    expect(words({ numerators: ["800"] })).toEqual([
      "Web shop has 1 week logged; from 4 on this says what the sentence could bring.",
    ]);
  });
});
