import { readFileSync } from "node:fs";
import { join } from "node:path";
import type axe from "axe-core";
import type { Page } from "playwright-core";

// The short form: a page reads it in half the time.
const source = readFileSync(join(import.meta.dirname, "../node_modules/axe-core/axe.min.js"), "utf8");

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

/** The whole page, or only what lies over it. */
export type Where = "page" | "overlay";

/** What axe finds against WCAG 2.1 AA and its best practices, a line each: rule, place, why. */
export async function findViolations(page: Page, where: Where = "page"): Promise<string[]> {
  return runAxe(page, where, { type: "tag", values: tags });
}

/** Contrast alone: what a change of colours can break in a page whose structure has been held to everything. */
export async function findContrastViolations(page: Page, where: Where): Promise<string[]> {
  return runAxe(page, where, { type: "rule", values: ["color-contrast", "link-in-text-block"] });
}

async function runAxe(page: Page, where: Where, runOnly: axe.RunOptions["runOnly"]): Promise<string[]> {
  // Once a document: to read axe takes almost as long as to run it.
  if ((await page.evaluate("typeof axe")) === "undefined") await page.evaluate(source);
  // What passes is not described, and style sheets are not fetched again: no rule of these asks for them.
  const options = { runOnly, resultTypes: ["violations"], preload: { assets: ["media"] } };
  const run = `axe.run(${within(where)}, ${JSON.stringify(options)}).then(({ violations }) => violations)`;
  const violations = (await page.evaluate(run)) as axe.Result[];
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id} at ${node.target.join(" ")}: ${node.failureSummary ?? violation.help}`,
    ),
  );
}

/** A list that opens below a field lies in the main content, all the rest of which is passed over. */
function within(where: Where): string {
  return where === "page" ? "document" : `{ exclude: [["main > :not(:has([role=listbox]))"]] }`;
}
