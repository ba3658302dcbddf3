import { defaultParseSearch, defaultStringifySearch } from "@tanstack/react-router";
import { readOrganisationSearch, type OrganisationSearch } from "../../search-params.ts";

/** How a page reads its part of an address. */
export type ReadSearch = (search: Record<string, unknown>) => object;

/** What of an address a view keeps: filters, order, grouping and period; not what happens to be open. */
export function viewSearch({ explain: _open, ...search }: OrganisationSearch): string {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined);
  const inOrder = Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return defaultStringifySearch(inOrder).replace(/^\?/, "");
}

/** The address that a view of a page stands for; what cannot be read any more is left out. */
export function readViewSearch(read: ReadSearch, text: string): OrganisationSearch {
  const search = defaultParseSearch(`?${text}`);
  const { explain: _open, ...clocks } = readOrganisationSearch(search);
  // Said to be undefined, not left out: a period is kept from page to page.
  return { until: undefined, asOf: undefined, ...clocks, ...read(search) };
}
