import { examples } from "@liftledger/contracts/examples";
import { SetResponsibility } from "@liftledger/contracts/responsibility";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { openPage } from "./open-page.ts";
import { gone, seen } from "./seen.ts";
import { clientOn } from "./start-server.ts";

const server = inject("server");
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(inject("browserEndpoint"));
});
afterAll(() => browser.close());

async function open() {
  const watched = await openPage(browser, server, { scheme: "light", width: 1440 });
  onTestFinished(() => watched.close());
  return watched;
}

/** Holds the answers to one kind of request back until told to let them come. */
async function holdBack(page: Page, path: RegExp, method: "GET" | "POST"): Promise<() => void> {
  const may = Promise.withResolvers<void>();
  await page.route(path, async (route) => {
    if (route.request().method() === method) await may.promise;
    await route.continue();
  });
  return may.resolve;
}

describe("while an answer is late", () => {
  it("what is typed on after a week was sent is kept, and is what is saved next", async () => {
    const { page, faults } = await open();
    const answer = await holdBack(page, /\/snapshots$/, "POST");
    await page.goto("/demo/log?period=2005-W20");
    const cell = (place: string) => page.locator(`[data-cell='${place}']`);
    await cell("0-numerator").fill("120");
    await cell("0-denominator").fill("40");
    await page.keyboard.press("Control+Enter");
    await cell("1-numerator").fill("300");
    await cell("1-denominator").fill("9000");
    answer();
    await seen(page.getByText("Saved: 1 number logged."));
    expect(await cell("1-numerator").inputValue()).toBe("300");
    await seen(page.locator("[data-cell='0-numerator'][value='120']"));
    // It survives a reload like everything that is not saved yet.
    await page.reload();
    await seen(page.locator("[data-cell='1-denominator'][value='9000']"));
    await cell("1-denominator").press("Control+Enter");
    const client = clientOn(server, "demo");
    const logged = async () => {
      const { rows } = await client.call("getLogSheet", { query: { period: "2005-W20" } });
      return rows.slice(0, 3).map(({ current }) => current?.numerator ?? null);
    };
    await expect.poll(logged).toEqual(["120", "300", null]);
    expect(faults).toEqual([]);
  });

  it("the view that a page opens with does not take the place of what somebody has chosen by then", async () => {
    const client = clientOn(server, "default");
    const kept = { page: "tools", search: "integration=integrated", name: "Integrated ones" } as const;
    const { viewId } = await client.call("saveView", { body: { ...kept, isShared: false, isDefault: true } });
    const { page, faults } = await open();
    const answer = await holdBack(page, /\/saved-views/, "GET");
    await page.goto("/default/tools");
    await page.getByLabel("Integration").selectOption("standalone");
    await page.waitForURL(/integration=standalone/);
    answer();
    await page.getByRole("button", { name: /^Views?(:|$)/ }).click();
    await seen(page.getByRole("dialog", { name: "Saved views" }).getByText("Integrated ones").first());
    expect(new URL(page.url()).search).toBe("?integration=standalone");
    await client.call("removeSavedView", { params: { viewId } });
    expect(faults).toEqual([]);
  });

  it("a form keeps what is typed when somebody else's version comes, and puts it in its place only when told to", async () => {
    const client = clientOn(server, "default");
    const { initiativeId } = await client.call("createInitiative", {
      body: {
        name: "Answered for by two",
        outcome: { kpiKey: "conversion-rate", change: "increase", percent: "5", by: "2030-12-31" },
        owner: "Ada",
        team: "Tests",
        useCasePattern: "other",
        phase: "pilots",
        startedOn: "2026-01-05",
        status: "active",
      },
    });
    const params = { initiativeId };
    const stored = () => client.call("getResponsibility", { params, query: {} });
    const { page } = await open();
    await page.goto(`/default/initiatives/${initiativeId}/responsibility`);
    const auditor = page.getByLabel("Audited by");
    await page.getByLabel("Last bias audit on").fill("2026-05-18");
    await page.getByLabel("What was found").fill("Nothing that leans to one side");
    await auditor.fill("Ines Duarte");
    const body = SetResponsibility.parse({ ...examples.setResponsibility.body, version: 0 });
    await client.call("setResponsibility", { params, body });
    const save = page.getByRole("button", { name: "Save the register" });
    await save.click();
    const overtaken = page.getByText(
      /saved another version since you began\. What you typed is still here\./,
    );
    await seen(overtaken);
    expect(await auditor.inputValue()).toBe("Ines Duarte");
    // The next try is refused too, until one says that it may take the other's place.
    await save.click();
    await page.reload();
    await seen(overtaken);
    expect((await stored()).version).toBe(1);
    await page.getByRole("button", { name: "Go on with mine, in place of it" }).click();
    await gone(overtaken);
    await save.click();
    await seen(page.getByText(/^Version 2, recorded by/));
    expect((await stored()).lastBiasAudit).toMatchObject({ by: "Ines Duarte" });
    // And whoever typed nothing is shown what comes.
    await client.call("setResponsibility", { params, body: { ...body, version: 2 } });
    await auditor.fill("Ines Duarte, then Tom");
    await save.click();
    await seen(overtaken);
    await page.getByRole("button", { name: "Throw mine away" }).click();
    await gone(overtaken);
    expect(await auditor.inputValue()).toBe(body.lastBiasAudit?.by ?? "");
  });
});
