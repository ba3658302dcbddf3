import { describe, expect, it } from "vitest";
import { chosenIn, localeOf } from "./reader-locale.ts";

describe("localeOf", () => {
  it.each([
    [["en-US", "de"], "en-GB"],
    [["en"], "en-GB"],
    [["en-GB"], "en-GB"],
    [["de-DE", "en-US"], "de-DE"],
    [["en-US@posix", "fr-FR"], "fr-FR"],
    [["en-US@posix"], "en-GB"],
    [[], "en-GB"],
  ])("of %j is %s", (languages, locale) => {
    expect(localeOf(languages)).toBe(locale);
  });
});

describe("chosenIn", () => {
  it.each([
    ["liftledger-locale=de-CH", ["de-CH"]],
    ["a=1; liftledger-locale=pt-BR; b=2", ["pt-BR"]],
    ["not-liftledger-locale=de-CH", []],
    ["", []],
  ])("of %j is %j", (cookies, chosen) => {
    expect(chosenIn(cookies)).toEqual(chosen);
  });
});
