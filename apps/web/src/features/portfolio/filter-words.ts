import type { PortfolioSearch } from "../../search-params.ts";
import { t } from "../../words.ts";

/** What the list of initiatives is filtered by, and how many of all it shows. */
export function filterWords({ show, q = "" }: PortfolioSearch, shown: number, all: number): string {
  const text = q.trim();
  if (show === "needs-decision")
    return text === ""
      ? t`${shown} of ${all} initiatives are shown: those that need a decision.`
      : t`${shown} of ${all} initiatives are shown: those that need a decision and have “${text}” in their name, team or owner.`;
  if (show === "too-early")
    return text === ""
      ? t`${shown} of ${all} initiatives are shown: those that are too early to judge.`
      : t`${shown} of ${all} initiatives are shown: those that are too early to judge and have “${text}” in their name, team or owner.`;
  return t`${shown} of ${all} initiatives are shown: those with “${text}” in their name, team or owner.`;
}
