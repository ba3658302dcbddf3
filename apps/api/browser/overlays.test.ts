import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, inject, it } from "vitest";
import { examineStation } from "./examine-station.ts";
import { openPageForVisits, type WatchedPage } from "./open-page.ts";
import { stations } from "./stations.ts";

let browser: Browser;
let watched: WatchedPage;
beforeAll(async () => {
  browser = await chromium.connect(inject("browserEndpoint"));
  watched = await openPageForVisits(browser, inject("server"), { scheme: "light", width: 1440 });
});
afterAll(() => browser.close());

describe("everything that opens on a page", () => {
  it.each(stations.filter(({ isOverlay }) => isOverlay === true))(
    "$name: axe finds nothing, nothing goes sideways, nothing fails",
    (station) => examineStation(watched, inject("server"), station),
    60_000,
  );
});
