import type { Page } from "playwright-core";
import { inEnglishScript } from "../../web/texts/pseudo-translation.ts";

/**
 * Says a page that was opened in the made-up language in English, in place: every text and every name in it, letter
 * by letter what it says to who reads English. Answers whether there was anything to say anew: what comes into sight
 * later is made up again.
 */
export async function sayInEnglish(page: Page): Promise<boolean> {
  return (await page.evaluate(`${places}
    document.documentElement.lang = "en";
    let isNew = false;
    for (const place of placesOfWords()) {
      const madeUp = place.nodeValue;
      const english = inEnglish(madeUp);
      if (english === madeUp) continue;
      saidInEnglish.push({ place, madeUp, english });
      place.nodeValue = english;
      isNew = true;
    }
    isNew;`)) as boolean;
}

/** Says again in the made-up language what was said in English, but for what the page has changed since. */
export async function sayAsMadeUp(page: Page): Promise<void> {
  await page.evaluate(`{
    document.documentElement.lang = "qps";
    for (const { place, madeUp, english } of saidInEnglish.splice(0).reverse())
      if (place.nodeValue === english) place.nodeValue = madeUp;
  }`);
}

/** Texts and attributes, but for those by which elements name each other. */
const places = `
  var inEnglish = ${inEnglishScript};
  var saidInEnglish = globalThis.saidInEnglish ?? [];
  var references = /^(id|for|class|style|aria-(controls|labelledby|describedby|owns|activedescendant|errormessage))$/;
  var placesOfWords = () => {
    const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT, (text) =>
      /^(SCRIPT|STYLE)$/.test(text.parentElement.tagName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    for (const element of document.querySelectorAll("body *"))
      for (const attribute of element.attributes) if (!references.test(attribute.name)) found.push(attribute);
    return found;
  };`;
