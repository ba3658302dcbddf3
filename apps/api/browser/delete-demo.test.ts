import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { examineStation } from "./examine-station.ts";
import { findViolations } from "./find-violations.ts";
import { openInMadeUpLanguage } from "./open-in-made-up-language.ts";
import { openPage, type WatchedPage } from "./open-page.ts";
import { seen } from "./seen.ts";
import { clientOn, startServer, type StartedServer } from "./start-server.ts";
import { emptyStations } from "./stations/empty.ts";

describe("deleting the demo", () => {
  // Of its own, since the other tests look at the demo.
  let server: StartedServer;
  let browser: Browser;
  let empty: WatchedPage | undefined;
  beforeAll(async () => {
    server = await startServer();
    browser = await chromium.connect(inject("browserEndpoint"));
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it("takes one click, leads to the own organisation, and leaves nothing of the demo", async () => {
    const { page, faults } = await openPage(browser, server, { scheme: "light", width: 1440 });
    await page.goto("/");
    await page.waitForURL("**/demo/portfolio");
    // What the page still asks for of the demo would be answered that there is none.
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: "Delete demo" }).click();
    await page.waitForURL("**/default/portfolio");
    await seen(page.getByRole("heading", { level: 1, name: "No initiative yet" }));
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole("button", { name: /^Organisation: / }).click();
    await seen(page.getByRole("menuitem", { name: "Explore a demo" }));
    expect(await page.getByRole("menuitem", { name: "Delete the demo" }).count()).toBe(0);
    const client = clientOn(server, "default");
    const { rows } = await client.call("listOrganisations", { query: {} });
    expect(rows.map(({ kind }) => kind)).not.toContain("demo");
    expect(faults).toEqual([]);
  });

  it.each(emptyStations)(
    "leaves the own organisation, in which $name says what to do next",
    async (station) => {
      empty ??= await openInMadeUpLanguage(browser, server);
      await examineStation(empty, server, station);
    },
    60_000,
  );
});
