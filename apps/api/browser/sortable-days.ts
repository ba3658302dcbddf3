import type { Page } from "playwright-core";

/**
 * Days written as they sort, "2026-11-25", that a page shows or tells to a screen reader: what the product says has
 * its days in the reader's manner. Not asked of what stands in `code`, in `pre` or under `translate="no"` (ids, what a
 * file says, values side by side as they were recorded), nor of what is in quotation marks, which somebody wrote so.
 */
export async function sortableDays(page: Page): Promise<string[]> {
  const texts = (await page.evaluate(everyToldText)) as string[];
  return [...new Set(texts.filter((text) => day.test(text.replaceAll(/“[^”]*”/g, ""))))];
}

const day = /(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/;

const everyToldText = `(() => {
  const texts = [document.title];
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest("script, style, pre, code, [translate=no]") !== null) continue;
    for (const name of ["aria-label", "title", "placeholder", "data-label", "aria-description"])
      if (element.hasAttribute(name)) texts.push(element.getAttribute(name));
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
  }
  return texts;
})()`;
