import { problemKinds, problemType, type ProblemKind } from "@liftledger/contracts/errors";
import { chromium, type Browser, type Locator, type Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { firstAdmin } from "../src/testing/set-up.ts";
import { demoCase } from "./demo-case.ts";
import { dialogBy, initiativePath, main, setUpStep, under, type FormCase } from "./failing-form.ts";
import { findViolations } from "./find-violations.ts";
import { governanceForms } from "./governance-forms.ts";
import { openPageForVisits, type WatchedPage } from "./open-page.ts";
import { gone, seen } from "./seen.ts";
import { clientOn, startServer, type StartedServer } from "./start-server.ts";
import { sayOutcome } from "./walk-steps.ts";

const why = (label: string | RegExp) => async (form: Locator) =>
  form.getByLabel(label).fill("The export held the week twice");

const invitation: FormCase = {
  path: "/default/people",
  open: dialogBy("Invite somebody"),
  async fill(form) {
    await form.getByLabel("Name", { exact: true }).fill("Grace Adeyemi");
    await form.getByLabel("E-mail").fill("grace@vance.example");
  },
  send: "Make the invitation",
};

const serviceKey: FormCase = {
  path: "/default/service-keys",
  open: dialogBy("Make a key"),
  async fill(form) {
    await form.getByLabel("Name", { exact: true }).fill("Nightly export");
    await form.getByRole("checkbox").first().check();
  },
  send: /^Make the key/,
};

const forms: Record<string, FormCase> = {
  "log a week": {
    path: "/demo/log?period=2004-W20",
    open: main,
    async fill(form) {
      await form.locator("[data-cell='0-numerator']").fill("120");
      await form.locator("[data-cell='0-denominator']").fill("40");
    },
    send: "Save week",
  },
  "fill in a year": {
    path: "/demo/log/year?year=2004&rows=1",
    open: main,
    async fill(form) {
      await form.locator("[data-cell='0-0']").fill("120");
      await form.locator("[data-cell='1-0']").fill("40");
    },
    send: "Save the year",
  },
  "take a number back": {
    path: "/demo/log",
    open: dialogBy(/^Take back /),
    fill: why("Why"),
    send: "Take back",
  },
  "add a KPI to log": {
    path: "/demo/log",
    open: dialogBy("Add a KPI to log"),
    async fill(form, page) {
      await form.getByRole("combobox", { name: "KPI" }).fill("Customer acquisition");
      await page
        .getByRole("option", { name: /Customer acquisition/ })
        .first()
        .click();
      await form.getByLabel("Measured for").fill("Partners");
    },
    send: /^Add/,
  },
  "a new initiative": {
    path: "/demo/new",
    open: main,
    fill: (_, page) => sayOutcome(page, { name: "Reply drafts", kpi: "Conversion rate" }),
    send: "Create the initiative",
  },
  "a KPI of one's own": {
    path: "/demo/kpis",
    open: dialogBy("Add a KPI"),
    async fill(form) {
      await form.getByLabel("Name", { exact: true }).fill("Replies within an hour");
      await form.getByLabel("In one plain sentence").fill("How many asked and were answered within the hour");
      for (const [at, counted] of ["replies within an hour", "questions"].entries())
        await form.getByLabel("Counts, in the plural").nth(at).fill(counted);
      for (const [at, unit] of ["reply", "question"].entries())
        await form.getByLabel("One of them").nth(at).fill(unit);
      await form.getByLabel("Owner").fill("Ada Vance");
    },
    send: "Add the KPI",
  },
  costs: {
    path: initiativePath(),
    open: setUpStep("costs", "Add costs"),
    fill: (form) => form.getByLabel("Amount each month").fill("1234"),
    send: /^Add \d+ cost line/,
  },
  "a note": {
    path: initiativePath(),
    async open(page) {
      await page.getByLabel("What happened", { exact: true }).scrollIntoViewIfNeeded();
      return main(page);
    },
    fill: (form) => form.getByLabel("What happened", { exact: true }).fill("The shop was down for a day"),
    send: "Add the note",
  },
  "an exchange rate": {
    path: "/demo/rates",
    open: main,
    async fill(form) {
      await form.getByLabel("Currency").first().fill("CHF");
      await form.getByLabel(/^One is worth/).fill("1.0412");
      await form.getByLabel("Source").fill("Central bank");
    },
    send: "Add the rate",
  },
  "the settings": {
    path: "/default/settings",
    open: main,
    async fill(form, page) {
      await form.getByLabel("Name", { exact: true }).fill("Vance and Okoro");
      await form.getByRole("combobox", { name: "Time zone" }).fill("Auckland");
      await page.getByRole("option", { name: "Pacific/Auckland" }).click();
    },
    send: "Save the settings",
  },
  "the plan of a business case": {
    path: async (server) => `/demo/cases/${await demoCase(clientOn(server, "demo"))}`,
    open: main,
    fill: (form) => form.getByLabel("For how many").fill("5"),
    send: "Save the plan",
  },
  "the rules for business cases": {
    path: "/demo/case-rules",
    open: main,
    async fill(form) {
      await form.getByLabel(/^Discount rate/).fill("8.5");
      await form.getByLabel("Where they come from").fill("Board paper");
      await form.getByLabel("Approved by").fill("Finn Okoro");
    },
    send: "Set the rules",
  },
  "a month that is reopened": {
    path: "/demo/periods",
    open: dialogBy(/^Reopen /),
    fill: why("Why is it reopened?"),
    send: "Reopen the month",
  },
  "a shared cost": {
    path: "/demo/shared-costs",
    open: under("Add a shared cost"),
    async fill(form) {
      await form.getByLabel("Name", { exact: true }).fill("Model licence");
      await form.getByLabel("Counted in").fill("seats");
    },
    send: "Add the shared cost",
  },
  "benchmarks of one's own": {
    path: "/demo/benchmarks",
    open: under("Add benchmarks of your own"),
    async fill(form) {
      await form.getByLabel("Name", { exact: true }).fill("Board paper");
      await form.getByLabel("Source", { exact: true }).fill("Board, May");
      await form.getByLabel("Pilots, at least").fill("10");
      await form.getByLabel("Pilots, up to").fill("30");
      await form.getByLabel("Approved by").fill("Finn Okoro");
    },
    send: /^Add/,
  },
  "an invitation": invitation,
  "a service key": serviceKey,
  ...governanceForms,
};

/** Windows that are closed with a cross; those that ask why before something is done that stays on record are one form. */
const windows: Record<string, Pick<FormCase, "path" | "open" | "fill">> = {
  "why a number is taken back": { path: "/demo/log", open: dialogBy(/^Take back /), fill: why("Why") },
  "why a KPI is retired": {
    path: "/demo/kpis/model-precision",
    open: dialogBy("Retire Model precision"),
    fill: why("Why"),
  },
  "an invitation": invitation,
  "a service key": serviceKey,
};

/** What may come back instead of an answer, and the words that then stand there. */
const failures: Record<string, { answer: (route: Route) => Promise<void>; says: RegExp }> = {
  "no connection": { answer: (route) => route.abort("connectionfailed"), says: /The server did not answer/ },
  "a failure of the server": refusal("internal", "The request failed; it is in the log."),
  "somebody who was first": refusal("conflict", "Somebody changed it first: look at it again."),
  "a closed month": refusal("period-closed", "May 2026 is closed. Finance can open it again."),
};

function refusal(kind: ProblemKind, detail: string) {
  return { answer: (route: Route) => refuse(route, kind, detail), says: new RegExp(detail.slice(0, 20)) };
}

function refuse(route: Route, kind: ProblemKind, detail: string): Promise<void> {
  const { status, title } = problemKinds[kind];
  const body = JSON.stringify({ type: problemType(kind), title, status, detail });
  return route.fulfill({ status, contentType: "application/problem+json", body });
}

/** Everything that stands in the fields of a form. */
function typedIn(form: Locator): Promise<string[]> {
  return form.locator("input, textarea, select").evaluateAll((fields) =>
    fields.map((field) => {
      const { type, checked, value } = field as unknown as { type: string; checked: boolean; value: string };
      return type === "checkbox" || type === "radio" ? `${type} ${checked}` : value;
    }),
  );
}

// A server of its own: a team that another test adds meanwhile would be another box to tick in the invitation.
let browser: Browser;
let server: StartedServer;
let watched: WatchedPage;
beforeAll(async () => {
  browser = await chromium.connect(inject("browserEndpoint"));
  server = await startServer();
  watched = await openPageForVisits(browser, server, { scheme: "light", width: 1440 });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe("nothing typed is lost", () => {
  it.each(Object.entries(windows))(
    "of %s by a reload, and it is forgotten once it is cancelled",
    async (_, { path, open, fill }) => {
      const { page } = watched;
      await page.goto(typeof path === "string" ? path : await path(server));
      const first = await open(page);
      await watched.isQuiet();
      const fresh = await typedIn(first);
      await fill(first, page);
      const typed = await typedIn(first);
      expect(typed).not.toEqual(fresh);
      await page.reload();
      const again = await open(page);
      await watched.isQuiet();
      expect(await typedIn(again)).toEqual(typed);
      // Closed by its cross, or by Escape, it was left for a moment only.
      await page.keyboard.press("Escape");
      await gone(again);
      const third = await open(page);
      expect(await typedIn(third)).toEqual(typed);
      await third.getByRole("button", { name: "Cancel" }).click();
      await gone(third);
      expect(await typedIn(await open(page))).toEqual(fresh);
      await page.keyboard.press("Escape");
    },
  );

  it.each(Object.entries(forms))("in the form for %s, whatever comes back", async (name, form) => {
    const isFirst = name === Object.keys(forms)[0];
    const { page } = watched;
    onTestFinished(() => page.unrouteAll());
    await page.goto(typeof form.path === "string" ? form.path : await form.path(server));
    const place = await form.open(page);
    await form.fill(place, page);
    // What is still on its way brings fields beside those that were typed into.
    await watched.isQuiet();
    await gone(page.locator("main [aria-busy=true]"));
    const typed = await typedIn(place);
    const send = place.getByRole("button", { name: form.send }).last();
    let fail: (route: Route) => Promise<void> = async (route) => route.continue();
    await page.route(
      ({ pathname }) => pathname.startsWith("/api/v1/") && !pathname.startsWith("/api/v1/session"),
      (route) => (route.request().method() === "GET" ? route.continue() : fail(route)),
    );
    for (const { answer, says } of Object.values(failures)) {
      fail = answer;
      await send.click();
      await seen(page.getByRole("alert").getByText(says).first());
      expect(await typedIn(place)).toEqual(typed);
    }
    fail = (route) => refuse(route, "sign-in-needed", "Sign in to see or do this.");
    await send.click();
    // Tries with one e-mail are counted, so that not all forms can sign in anew; the first does.
    const session = { status: 200, contentType: "application/json", body: '{"next":"signed-in"}' };
    if (!isFirst)
      await page.route("**/api/v1/session", (route) =>
        route.request().method() === "POST" ? route.fulfill(session) : route.continue(),
      );
    const again = page.getByRole("dialog", { name: "You were signed out" });
    await seen(again);
    expect(isFirst ? await findViolations(page) : []).toEqual([]);
    await again.getByLabel("Password", { exact: true }).fill(firstAdmin.password);
    await again.getByRole("button", { name: "Sign in", exact: true }).click();
    await gone(again);
    expect(await typedIn(place)).toEqual(typed);
    // What is sent then is what was typed first.
    const sent = page.waitForRequest((request) => request.method() !== "GET");
    fail = (route) => route.abort("connectionfailed");
    await send.click();
    await sent;
  });
});
