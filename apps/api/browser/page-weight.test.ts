import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { openPage } from "./open-page.ts";
import { settle } from "./photograph.ts";

const built = join(import.meta.dirname, "../../web/dist");
const charts = /\/line-chart-[^/]*\.js$/;

describe("what the portfolio page loads", () => {
  it("stays within 200 KB of JavaScript before its charts, 285 KB with them, and 40 KB of style", async () => {
    const browser = await chromium.connect(inject("browserEndpoint"));
    const view = { scheme: "light", width: 1440 } as const;
    const { page, requests } = await openPage(browser, inject("server"), view);
    await page.goto("/demo/portfolio");
    await page.locator("canvas").waitFor();
    await settle(page);
    await browser.close();
    const files = [...new Set(requests.map((url) => new URL(url).pathname))];
    const scripts = files.filter((file) => file.endsWith(".js"));
    expect(scripts.filter((file) => charts.test(file))).toHaveLength(1);
    const before = kilobytesOf(scripts.filter((file) => !charts.test(file)));
    expect(before, "JavaScript before charts").toBeGreaterThan(100);
    expect(before, "JavaScript before charts").toBeLessThanOrEqual(200);
    expect(kilobytesOf(scripts), "JavaScript with charts").toBeLessThanOrEqual(285);
    const styles = kilobytesOf(files.filter((file) => file.endsWith(".css")));
    expect(styles, "style").toBeGreaterThan(10);
    expect(styles, "style").toBeLessThanOrEqual(40);
  });
});

/** The size of built files as they travel, by gzip, in kilobytes of 1,000 bytes. */
function kilobytesOf(files: readonly string[]): number {
  const bytes = files.map((file) => gzipSync(readFileSync(join(built, file))).length);
  return bytes.reduce((total, size) => total + size, 0) / 1000;
}
