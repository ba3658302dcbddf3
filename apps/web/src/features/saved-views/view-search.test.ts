import { describe, expect, it } from "vitest";
import { readPortfolioSearch } from "../../search-params.ts";
import { readViewSearch, viewSearch } from "./view-search.ts";

/** An address as a page of any kind has it. */
const anAddress = (search: object) => search;

describe("viewSearch", () => {
  it("is the same whatever the order of the address, and leaves out what is open", () => {
    const text = viewSearch(anAddress({ sort: "roi", group: "team", explain: "portfolio/cost" }));
    expect(text).toBe(viewSearch(anAddress({ group: "team", sort: "roi" })));
    expect(text).not.toContain("explain");
    expect(viewSearch({})).toBe("");
  });

  it("is read again to what it was, text that looks like something else included", () => {
    const search = {
      group: "phase",
      q: "2026",
      show: "too-early",
      descending: true,
      until: "2026-05-31",
    } as const;
    const text = viewSearch(anAddress(search));
    expect(readViewSearch(readPortfolioSearch, text)).toEqual({ ...search, asOf: undefined });
    // What the server takes.
    expect(text).toMatch(/^[A-Za-z0-9\-._~%&=+*!'()]*$/);
  });

  it("leaves out what it does not know", () => {
    expect(readViewSearch(readPortfolioSearch, "group=colour&sort=roi&x=1")).toEqual({
      sort: "roi",
      until: undefined,
      asOf: undefined,
    });
  });
});
