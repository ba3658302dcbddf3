import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { initiativePath } from "./failing-form.ts";
import { findViolations } from "./find-violations.ts";
import { openPage, type View, type WatchedPage } from "./open-page.ts";
import { endPretence, pretend } from "./pretended-answers.ts";
import { gone, seen } from "./seen.ts";
import { clientOn } from "./start-server.ts";
import { goTo, type Station } from "./station.ts";
import { stations } from "./stations.ts";

const desk: View = { scheme: "light", width: 1440 };

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(inject("browserEndpoint"));
});
afterAll(() => browser.close());

function stationOf(name: string): Station {
  const station = stations.find((one) => one.name === name);
  if (station === undefined) throw new Error(`there is no station ${name}`);
  return station;
}

/** A page of its own for one test; closed when the test is over. */
async function open(view: View): Promise<WatchedPage> {
  const watched = await openPage(browser, inject("server"), view);
  onTestFinished(() => watched.close());
  return watched;
}

describe("a message of failure", () => {
  it("has a name on every button, keeps the page and can be closed", async () => {
    const { page } = await open(desk);
    const refused = { status: 500, contentType: "application/problem+json", body: "{}" };
    await page.route("**/api/v1/demo*", (route) => route.fulfill(refused));
    await page.goto("/demo/portfolio");
    await page.getByRole("button", { name: "Delete demo" }).first().click();
    const message = page.getByRole("alert").filter({ hasText: "The demo stayed as it was" });
    await seen(message);
    expect(await findViolations(page)).toEqual([]);
    await message.getByRole("button", { name: "Close this message" }).click();
    await gone(message);
    expect(new URL(page.url()).pathname).toBe("/demo/portfolio");
  });

  it("stands above a page of which a part could not be loaded that says nothing of it itself", async () => {
    const { page } = await open(desk);
    const message = page.getByRole("alert").filter({ hasText: "A part of this page could not be loaded." });
    await pretend(page, { paths: /^\/kpis$/, answer: "fails" });
    await page.goto("/demo/approvals");
    await seen(message);
    expect(await findViolations(page)).toEqual([]);
    await endPretence(page);
    await message.getByRole("button", { name: "Retry" }).click();
    await gone(message);
  });

  it("stands once where the card says it", async () => {
    const { page } = await open(desk);
    await pretend(page, { paths: /^\/portfolio$/, answer: "fails" });
    await page.goto("/demo/portfolio");
    await seen(page.getByRole("alert").filter({ hasText: "The portfolio could not be loaded." }));
    expect(await page.getByRole("alert").count()).toBe(1);
  });
});

describe("a digest", () => {
  it.each(["weekly", "monthly"])("stands on one screen of a phone, %s", async (kind) => {
    const { page } = await open({ scheme: "light", width: 390 });
    await page.goto(`/demo/digests?kind=${kind}`);
    const sections = page.locator("main section[aria-label]");
    await seen(sections.first());
    const ends = await sections.evaluateAll((cards) =>
      cards.map((card) => card.getBoundingClientRect().bottom),
    );
    expect(ends.length).toBeGreaterThan(2);
    expect(Math.max(...ends)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
  });
});

describe("the portfolio's headline", () => {
  it("is the sum of the rows that are judged, to the minor unit, and says what they say", async () => {
    const { page } = await open(desk);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => new URL(response.url()).pathname === "/api/v1/portfolio"),
      page.goto("/demo/portfolio"),
    ]);
    const { rows, figures, headline } = (await answer.json()) as SentPortfolio;
    const judged = rows.filter((row) => row.verdict.probabilities !== null);
    const value = totalOf(judged.map((row) => row.realisedValue.value));
    const cost = totalOf(judged.map((row) => row.cost.value));
    expect(judged.length).toBeGreaterThan(3);
    expect(judged.length).toBeLessThan(rows.length);
    expect(totalOf([figures.realisedValue.value])).toBe(value);
    expect(totalOf([figures.cost.value])).toBe(cost);
    const roi = Number(value - cost) / Number(cost);
    expect(Number(figures.netRoi.value)).toBeCloseTo(roi, 6);
    const shown = await page.getByRole("heading", { level: 1, name: headline }).textContent();
    expect(shown).toContain(`${Math.round(roi * 100)}%`);
    const card = page.getByRole("button", { name: /Return on investment \(net\)\. Explain/ });
    expect(await card.textContent()).toBe(`${Math.round(roi * 100)}%`);
    const values = page.getByRole("button", { name: /, Value turned into money of .*Explain$/ });
    await expect.poll(() => values.count()).toBe(rows.length);
  });
});

describe("the portfolio on paper", () => {
  const answerWithMany = async (page: Page, many: number) =>
    page.route(/\/api\/v1\/portfolio(\?|$)/, async (route) => {
      const response = await route.fetch();
      const sent = (await response.json()) as SentPortfolio;
      const rows = Array.from({ length: many }, (_, index) => ({
        ...sent.rows[index % sent.rows.length],
        initiativeId: `one-of-many-${index}`,
      }));
      await route.fulfill({ response, json: { ...sent, rows } });
    });
  const rowCount = (page: Page) => page.locator("tr[aria-rowindex]").count();

  it("has every row of a list of which the screen holds those near the window, and no filter", async () => {
    const { page, faults } = await open(desk);
    await answerWithMany(page, 200);
    await page.goto("/demo/portfolio");
    await seen(page.locator("tr[aria-rowindex='2']"));
    // The blank row below those that are drawn.
    await page.locator("tbody tr[aria-hidden=true]").waitFor({ state: "attached" });
    expect(await rowCount(page)).toBeLessThan(60);
    await page.evaluate(`addEventListener("afterprint", () => {
      globalThis.printed = document.querySelectorAll("tr[aria-rowindex]").length;
    }, { capture: true })`);
    await page.pdf({ preferCSSPageSize: true });
    expect(await page.evaluate("globalThis.printed")).toBe(200);
    await page.waitForFunction(`document.querySelectorAll("tr[aria-rowindex]").length < 60`);
    await page.emulateMedia({ media: "print" });
    for (const control of ["textbox", "combobox", "button"] as const)
      expect(
        await page
          .locator("section")
          .getByRole(control, { name: /filter|group by|export/i })
          .count(),
      ).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe("the filtered portfolio on paper", () => {
  it("says above the table what it is filtered by and how many of how many rows are shown", async () => {
    const { page, faults } = await open(desk);
    await page.goto("/demo/portfolio?show=needs-decision&q=brand");
    await seen(page.locator("tr[aria-rowindex='2']"));
    const line = page.getByText(/initiatives are shown: those that need a decision and/);
    await line.waitFor({ state: "attached" });
    expect(await line.isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    const all = /^All (\d+)$/.exec((await page.getByText(/^All \d+$/).textContent()) ?? "")?.[1];
    const shown = await page.locator("tr[aria-rowindex]").count();
    expect(await line.textContent()).toBe(
      `${shown} of ${all} initiatives are shown: those that need a decision and have “brand” in their name, team or owner.`,
    );
    expect(await line.isVisible()).toBe(true);
    const [ofLine, ofTable] = [await line.boundingBox(), await page.locator("table").first().boundingBox()];
    expect(ofLine?.y ?? 0).toBeLessThan(ofTable?.y ?? 0);
    // With everything shown there is nothing to say.
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("button", { name: /^All / }).click();
    await page.getByRole("textbox", { name: "Filter by name, team or owner" }).fill("");
    await line.waitFor({ state: "detached" });
    expect(faults).toEqual([]);
  });
});

describe("the roadmap", () => {
  it("keeps why a task is taken off over a reload, and forgets it with Cancel", async () => {
    const { page, faults } = await open(desk);
    await page.goto(await initiativePath("Service chat assistant", "/roadmap")(inject("server")));
    await page
      .getByRole("button", { name: /^Take off: / })
      .first()
      .click();
    const why = page.getByLabel("Why", { exact: true });
    await why.fill("Another team does it for all");
    await page.reload();
    await seen(why);
    expect(await why.inputValue()).toBe("Another team does it for all");
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.reload();
    await seen(page.getByRole("button", { name: /^Take off: / }).first());
    expect(await why.count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe("the board view", () => {
  const rowOf = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(`^${name}`) });

  it("fits one screen and one sheet, and says what the portfolio says", async () => {
    const { page, faults } = await open(desk);
    await page.goto("/demo/portfolio");
    const headline = await page.getByRole("heading", { level: 1, name: /^The portfolio/ }).textContent();
    await page.getByRole("link", { name: "Board view" }).click();
    await seen(page.getByRole("heading", { name: /^\d+ initiatives need a decision$/ }));
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(headline);
    const height = await page.evaluate("document.documentElement.scrollHeight");
    expect(height).toBeLessThanOrEqual(900);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it("opens what stopping costs by keys, and is held as it was known by its address", async () => {
    const { page, faults } = await open(desk);
    await page.goto("/demo/board");
    const stopping = rowOf(page, "Persona research").getByRole("button", { name: /^Saves .*Explain$/ });
    await stopping.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Explain: Cost of stopping, a month" });
    await seen(dialog.getByText("Value turned into money a month").first());
    await page.keyboard.press("Escape");
    await gone(dialog);
    await page.getByRole("button", { name: "Pin as known now" }).click();
    await seen(page.getByRole("button", { name: /Unpin/ }));
    const { searchParams } = new URL(page.url());
    expect(searchParams.get("until")).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(searchParams.get("asOf")).toContain("T");
    expect(faults).toEqual([]);
  });
});

describe("the break-even line", () => {
  it("opens each of its numbers", async () => {
    const { page, faults } = await open(desk);
    await goTo(page, inject("server"), stationOf("initiative"));
    await page.locator("button[data-figure-id$='/break-even-cost']").click();
    await seen(page.getByRole("dialog", { name: "Explain: Cost a month at which it breaks even" }));
    expect(faults).toEqual([]);
  });
});

interface SentFigure {
  value: string | null;
}

interface SentPortfolio {
  headline: string;
  figures: Record<"realisedValue" | "cost" | "netRoi", SentFigure>;
  rows: (Record<"realisedValue" | "cost", SentFigure> & { verdict: { probabilities: unknown } })[];
}

/** A sum in minor units, from amounts of two decimals. */
function totalOf(amounts: readonly (string | null)[]): bigint {
  return amounts.reduce((total, amount) => total + BigInt(Math.round(Number(amount) * 100)), 0n);
}

describe("every chart", () => {
  it.each(["portfolio", "initiative"])(
    "of the %s page has a name, and a table behind a button",
    async (name) => {
      const { page } = await open({ scheme: "light", width: 1440 });
      await goTo(page, inject("server"), stationOf(name));
      await page.setViewportSize({ width: 1440, height: 4000 });
      const buttons = page.getByRole("button", { name: /^Table: ./ });
      const charts = await buttons.count();
      expect(charts).toBeGreaterThan(name === "portfolio" ? 0 : 2);
      await seen(page.locator("canvas").nth(charts - 1));
      const titles = await page
        .locator("canvas[role=img][aria-label]")
        .evaluateAll((canvases) => canvases.map((canvas) => canvas.getAttribute("aria-label")));
      expect(await page.locator("canvas").count()).toBe(titles.length);
      for (const title of titles) {
        await page.getByRole("button", { name: `Table: ${title}`, exact: true }).click();
        const table = page.getByRole("region", { name: `${title}, as a table`, exact: true });
        await seen(table.getByRole("columnheader").nth(1));
        await seen(table.getByRole("row").nth(2));
      }
    },
  );
});

describe("the search palette", () => {
  it("opens by Ctrl+K from within a field, finds by name and goes there by Enter", async () => {
    const { page } = await open(desk);
    await page.goto("/demo/portfolio");
    await page.getByLabel("Filter by name, team or owner").focus();
    await page.keyboard.press("Control+K");
    await seen(page.getByRole("dialog").getByText("Brief-to-draft assistant"));
    await page.getByRole("textbox", { name: "Search initiatives, cases, KPIs and pages" }).fill("brief-to");
    await gone(page.getByRole("dialog").getByText("Lead-routing classifier"));
    await page.keyboard.press("Enter");
    await seen(page.getByRole("heading", { level: 1, name: "Brief-to-draft assistant" }));
  });

  it("finds a single business case, a single KPI and a page of the settings, and goes there", async () => {
    const { page } = await open(desk);
    await page.goto("/demo/portfolio");
    await seen(page.getByLabel("Filter by name, team or owner"));
    const find = async (typed: string, name: string) => {
      await page.keyboard.press("Control+K");
      await page.getByRole("textbox", { name: "Search initiatives, cases, KPIs and pages" }).fill(typed);
      await seen(page.getByRole("dialog").getByText(name, { exact: true }));
      await page.keyboard.press("Enter");
      await seen(page.getByRole("heading", { level: 1, name }));
    };
    await find("personalised checkout, two", "Personalised checkout, two years");
    await find("conversion ra", "Conversion rate");
    // What has no link on the left is found like what has one.
    await find("audit", "Audit log");
  });
});

describe("Import", () => {
  it("tells a file of hold-outs by its headings, shows what it would add and why not, and adds it", async () => {
    const server = inject("server");
    const client = clientOn(server, "default");
    const { seriesId } = await client.call("createSeries", {
      body: { kpiKey: "conversion-rate", scope: "Tested" },
    });
    const outcome = {
      kpiKey: "conversion-rate",
      change: "increase",
      percent: "5",
      by: "2026-12-31",
    } as const;
    const { initiativeId } = await client.call("createInitiative", {
      body: {
        name: "Tested copilot",
        outcome,
        owner: "Ada",
        team: "Tests",
        useCasePattern: "other",
        phase: "pilots",
        startedOn: "2026-01-05",
        status: "active",
      },
    });
    await client.call("addBenefit", { params: { initiativeId }, body: { seriesId, assumptions: {} } });
    const { page, faults } = await open(desk);
    await page.goto("/default/import");
    const row = "conversion-rate,2026-02-02,2026-03-01,80%,1000,120,1000,100";
    const text = `Initiative,KPI,Start,End,Rollout,Treated units,Treated sum,Control units,Control sum\nTested copilot,${row}\nAnother,${row}\n`;
    const file = { name: "tests.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
    await page.getByLabel("File to import").setInputFiles(file);
    await seen(page.getByRole("radio", { name: /^Hold-outs/, checked: true }));
    await page.getByRole("button", { name: "Preview what would be added" }).click();
    await seen(page.getByText("there is no initiative of this name"));
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Import 1 hold-out" }).click();
    await seen(page.getByRole("heading", { name: "tests.csv is imported" }));
    const { rows } = await client.call("listHoldOuts", { query: { initiativeId } });
    expect(rows).toMatchObject([{ treatedShare: "0.8", treated: { units: 1000, sum: "120" } }]);
    expect(faults).toEqual([]);
  });
});

describe("Log a week", () => {
  it("is typed by Tab and Enter, pasted in one go, and saved once by Ctrl+Enter twice", async () => {
    const { page, faults } = await open(desk);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    // Twenty years ago nothing was logged: the sheet is empty and no verdict depends on it.
    await page.goto("/demo/log?period=2006-W20");
    const cell = (place: string) => page.locator(`[data-cell='${place}']`);
    await seen(page.locator("[data-cell='0-numerator']:focus"));
    await page.keyboard.type("120");
    await page.keyboard.press("Tab");
    await page.keyboard.type("40");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await seen(page.locator("[data-cell='1-numerator']:focus"));
    await page.evaluate(`navigator.clipboard.writeText("300\\t9000\\n80\\t10\\n")`);
    await page.keyboard.press("Control+V");
    await seen(page.getByText("4 cells filled from what you pasted."));
    expect(await cell("2-denominator").inputValue()).toBe("10");
    let writes = 0;
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().includes("/snapshots")) writes += 1;
    });
    // Both at once: after the answer the sheet may be saved again, which would change nothing.
    await Promise.all([page.keyboard.press("Control+Enter"), page.keyboard.press("Control+Enter")]);
    await seen(page.getByText("Saved: 3 numbers logged."));
    expect(writes).toBe(1);
    const client = clientOn(inject("server"), "demo");
    const { rows } = await client.call("getLogSheet", { query: { period: "2006-W20" } });
    expect(rows.flatMap(({ current }) => current?.revision ?? [])).toEqual([1, 1, 1]);
    expect(faults).toEqual([]);
  });

  it("takes five KPIs in twelve keystrokes beyond the digits, or in three by a paste", async () => {
    const { page } = await open(desk);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    let strokes = 0;
    const press = async (key: string) => {
      strokes += 1;
      await page.keyboard.press(key);
    };
    const savedFive = page.getByText("Saved: 5 numbers logged.");
    // The cursor waits in the first empty cell. A combination is one stroke, as one makes it.
    await page.goto("/demo/log?period=2006-W21");
    await seen(page.locator("[data-cell='0-numerator']:focus"));
    for (const number of fiveRatios) {
      if (number !== fiveRatios[0]) await press("Tab");
      await page.keyboard.type(number);
    }
    await press("Control+Enter");
    await seen(savedFive);
    expect(strokes).toBeLessThanOrEqual(12);
    strokes = 0;
    await page.goto("/demo/log?period=2006-W22");
    await seen(page.locator("[data-cell='0-numerator']:focus"));
    const block = [0, 2, 4, 6, 8].map((at) => fiveRatios.slice(at, at + 2).join("\t")).join("\n");
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(block)})`);
    await press("Control+V");
    await press("Control+Enter");
    await seen(savedFive);
    expect(strokes).toBeLessThanOrEqual(3);
  });
});

/** Numerator and denominator of the first five rows of the demo's sheet. */
const fiveRatios = ["120", "40", "300", "9000", "80", "10", "70", "7", "60", "600"];

describe("Fill in a year", () => {
  it("takes weeks as columns or as rows, keeps what is not saved, saves once and undoes it", async () => {
    const { page, faults } = await open(desk);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const cell = (place: string) => page.locator(`[data-cell='${place}']`);
    await page.goto("/demo/log");
    await page.getByRole("link", { name: "Fill in a year" }).click();
    await seen(page.getByRole("heading", { level: 1, name: /^Fill in / }));
    await page.goto("/demo/log/year?year=2007");
    // A week a row, as a spreadsheet has it: 30 rows are more than the sheet has lines.
    const weeks = Array.from({ length: 30 }, (_, week) => `${100 + week}\t${2000 + week}`);
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(weeks.join("\n"))})`);
    await cell("0-1").click();
    await page.keyboard.press("Control+V");
    await seen(page.getByText("60 cells filled from what you pasted. Its rows were laid across"));
    expect(await cell("1-30").inputValue()).toBe("2029");
    await cell("0-0").fill("x");
    await cell("0-0").press("Control+Enter");
    await seen(page.getByText(/2007, week 1: “x” is not a number\. Mend the marked cell first/));
    await page.reload();
    await seen(page.getByText("30 periods are not saved yet (kept in this browser)."));
    await cell("0-0").fill("99");
    await cell("0-0").press("ArrowDown");
    await page.keyboard.type("1999");
    await page.keyboard.press("Control+Enter");
    await seen(page.getByText("Saved: 31 numbers logged."));
    await seen(page.getByText("Everything here is saved."));
    await page.getByRole("button", { name: /^Undo \(/ }).click();
    await seen(page.locator("[data-cell='1-30'][value='']"));
    expect(await cell("0-0").inputValue()).toBe("");
    expect(faults).toEqual([]);
  });
});

describe("The KPI catalogue", () => {
  it("lets a KPI go when it is told why, by keyboard, shows it when asked, and takes it back", async () => {
    const { page, faults } = await open(desk);
    await page.goto("/default/kpis/model-precision");
    await page.getByRole("button", { name: "Retire Model precision" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Retire Model precision" });
    await dialog.getByLabel("Why").press("Enter");
    await seen(dialog.getByText("Say why", { exact: true }));
    await page.keyboard.type("Nobody asks for it");
    await page.keyboard.press("Enter");
    await seen(page.getByText(/^Retired by Ada Vance on .*: Nobody asks for it\.$/));
    await page.getByRole("link", { name: "KPI catalogue" }).last().click();
    const precision = page.getByRole("link", { name: "Model precision", exact: true });
    await seen(page.getByRole("link", { name: "Conversion rate", exact: true }));
    expect(await precision.count()).toBe(0);
    await page.getByRole("switch", { name: /^Show retired/ }).click();
    await precision.click();
    await page.getByRole("button", { name: "Restore Model precision" }).click();
    await seen(page.getByRole("button", { name: "Retire Model precision" }));
    expect(faults).toEqual([]);
  });
});
