import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

/** The whole page, or only what lies over it. */
export type Where = "page" | "overlay";

/** What axe finds against WCAG 2.1 AA and its best practices, a line each: rule, place, why. */
export async function findViolations(page: Page, where: Where = "page"): Promise<string[]> {
  return linesOf(within(where, new AxeBuilder({ page }).withTags(tags)));
}

/** Contrast alone: what a change of colours can break in a page whose structure has been held to everything. */
export async function findContrastViolations(page: Page, where: Where): Promise<string[]> {
  return linesOf(within(where, new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"])));
}

/** A list that opens below a field lies in the main content, all the rest of which is passed over. */
function within(where: Where, axe: AxeBuilder): AxeBuilder {
  return where === "page" ? axe : axe.exclude("main > :not(:has([role=listbox]))");
}

async function linesOf(axe: AxeBuilder): Promise<string[]> {
  // One page needs no frames stitched together; that would open a window of its own each time.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id} at ${node.target.join(" ")}: ${node.failureSummary ?? violation.help}`,
    ),
  );
}
