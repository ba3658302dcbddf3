import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, inject, it } from "vitest";
import { examineStation } from "./examine-station.ts";
import { stations } from "./stations.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(inject("browserEndpoint"));
});
afterAll(() => browser.close());

describe("everything that opens on a page", () => {
  it.each(stations.filter(({ isOverlay }) => isOverlay === true))(
    "$name: axe finds nothing, nothing goes sideways, nothing fails",
    (station) => examineStation(browser, inject("server"), station),
    60_000,
  );
});
