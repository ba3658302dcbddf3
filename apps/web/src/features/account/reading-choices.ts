import { queryOptions } from "@tanstack/react-query";
import { ownName, places } from "./places.ts";

/** The translations that this server has, beside English, each by its own name. */
export const languagesQuery = queryOptions({
  queryKey: ["languages"],
  queryFn: async ({ signal }) => {
    const answer = await fetch("/translations.json", { signal });
    if (!answer.ok) return [];
    const tags = Object.keys((await answer.json()) as Record<string, string>);
    return tags.map((value) => ({ value, label: ownName(value) }));
  },
});

/** What the pages are said in where nothing else is there. */
export const english = { value: "en", label: ownName("en") };

/** The places to choose from, each by its own name; the chosen one among them. */
export function writtenAs(chosen: string | null) {
  const all = chosen === null || places.includes(chosen) ? places : [...places, chosen];
  const options = all.map((value) => ({ value, label: ownName(value) }));
  return options.toSorted((a, b) => a.label.localeCompare(b.label));
}
