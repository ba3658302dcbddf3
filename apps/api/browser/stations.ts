import { businessCaseExamples, examplePlan } from "@liftledger/contracts/business-case-examples";
import { NewCasePlan } from "@liftledger/contracts/case-plan";
import type { Client } from "@liftledger/contracts/client";
import { addPeriods, periodOf } from "@liftledger/kpis/period";
import type { Locator, Page } from "playwright-core";
import { firstAdmin } from "../src/testing/set-up.ts";
import { retirementStations } from "./retirement-stations.ts";
import { clientOn, type Server } from "./start-server.ts";

/** A page of the demo, or a page with something open on it, as a person reaches it. */
export interface Station {
  name: string;
  /** The path, or how it is found on that server. */
  path: string | ((server: Server) => Promise<string>);
  /** What is there once the page can be read. */
  ready: (page: Page) => Locator;
  /** What one does there; resolves once the result can be seen. */
  open?: (page: Page) => Promise<void>;
  /** Whether it lies over the page, so that a picture shows the window and not the whole page. */
  isOverlay?: boolean;
  /** Only on a narrow or only on a wide screen. */
  only?: "narrow" | "wide";
}

const weeksAgo = (weeks: number) =>
  addPeriods(periodOf(new Date().toISOString().slice(0, 10), "week"), -weeks);

/** An initiative of the demo that has been judged, with costs and a frozen baseline. */
const initiative = "Paid-search bid copilot";

const portfolio = {
  path: "/demo/portfolio",
  ready: (page: Page) => page.getByRole("link", { name: initiative }).first(),
};
const boardPage = {
  path: "/demo/board",
  ready: (page: Page) => page.getByRole("heading", { name: /^\d+ initiatives need a decision$/ }),
};
const initiativePage = {
  async path(server: Server) {
    const client = clientOn(server, "demo");
    const { rows } = await client.call("listInitiatives", { query: {} });
    const found = rows.find(({ name }) => name === initiative);
    return `/demo/initiatives/${found?.initiativeId ?? initiative}`;
  },
  ready: (page: Page) => page.getByRole("heading", { name: "Set up", exact: true }),
};
const baselinePage = {
  async path(server: Server) {
    const client = clientOn(server, "demo");
    const { rows } = await client.call("listInitiatives", { query: {} });
    const initiativeId = rows.find(({ name }) => name === initiative)?.initiativeId ?? initiative;
    const benefits = await client.call("listBenefits", { params: { initiativeId }, query: {} });
    return `/demo/initiatives/${initiativeId}/benefits/${benefits.rows[0]?.benefitId}/baseline`;
  },
  ready: (page: Page) => page.getByRole("button", { name: "Save as a draft" }),
};
const importPage = {
  path: "/demo/import",
  ready: (page: Page) => page.getByRole("button", { name: "Try it with a sample" }),
};
const importedPage = {
  async path(server: Server) {
    await importSomething(clientOn(server, "default"));
    return "/default/import";
  },
  ready: (page: Page) => page.getByRole("button", { name: /^Undo the import of / }).first(),
};
const newPage = {
  path: "/demo/new",
  ready: (page: Page) => page.getByRole("button", { name: "Create the initiative" }),
};
const logPage = { path: "/demo/log", ready: (page: Page) => page.getByRole("button", { name: "Save week" }) };
const kpisPage = {
  path: "/demo/kpis",
  ready: (page: Page) => page.getByRole("link", { name: "Conversion rate", exact: true }),
};
const kpiPage = {
  path: "/demo/kpis/conversion-rate",
  ready: (page: Page) => page.getByRole("heading", { name: "Definition" }),
};
const sourcesPage = {
  path: "/demo/sources",
  ready: (page: Page) => page.getByRole("button", { name: /^Whose numbers count/ }).first(),
};
const approvalsPage = {
  path: "/demo/approvals",
  ready: (page: Page) => page.getByRole("button", { name: /^Freeze it: / }).first(),
};
const unitValuesPage = {
  path: "/demo/unit-values",
  ready: (page: Page) => page.getByRole("button", { name: /^Propose another for / }).first(),
};
const periodsPage = {
  path: "/demo/periods",
  ready: (page: Page) => page.getByRole("button", { name: /^Reopen / }).first(),
};

const accountPage = {
  path: "/default/account",
  ready: (page: Page) => page.getByRole("heading", { level: 1, name: firstAdmin.name }),
};
const peoplePage = {
  path: "/default/people",
  ready: (page: Page) => page.getByRole("button", { name: firstAdmin.name, exact: true }),
};
const serviceKeysPage = {
  path: "/default/service-keys",
  ready: (page: Page) => page.getByRole("button", { name: "Make a key" }),
};
const jobsPage = {
  path: "/default/jobs",
  ready: (page: Page) => page.getByRole("button", { name: "Run now: evaluate-portfolio" }),
};
const signInPage = {
  path: "/sign-in",
  ready: (page: Page) => page.getByLabel("E-mail"),
};

const casePage = {
  async path(server: Server) {
    return `/demo/cases/${await demoCase(clientOn(server, "demo"))}`;
  },
  ready: (page: Page) => page.getByRole("heading", { name: "Benefits", exact: true }),
};

export const stations: readonly Station[] = [
  { name: "portfolio", ...portfolio },
  {
    name: "portfolio-grouped",
    path: "/demo/portfolio?group=status&sort=roi&descending=true",
    ready: portfolio.ready,
    async open(page) {
      await page.getByRole("heading", { name: "Initiatives", exact: true }).scrollIntoViewIfNeeded();
      await page.mouse.wheel(0, 4000);
      await page.getByRole("heading", { name: /^(More|Fewer|Too few) / }).waitFor();
    },
  },
  {
    name: "portfolio-basis",
    ...portfolio,
    only: "wide",
    async open(page) {
      await page
        .getByRole("button", { name: /Return on investment.*Explain$/ })
        .first()
        .focus();
      await page
        .getByRole("tooltip")
        .getByText(/^Net of cost, since the first spend/)
        .waitFor();
    },
  },
  {
    name: "saved-views",
    path: "/demo/portfolio?group=team",
    ready: (page) => page.getByRole("button", { name: /^Views?/ }),
    async open(page) {
      await page.getByRole("button", { name: /^Views?/ }).click();
      await page.getByRole("button", { name: "Save the view" }).click();
      await page.getByText("Give it a name").waitFor();
    },
    isOverlay: true,
  },
  { name: "board", ...boardPage },
  { name: "initiative", ...initiativePage, open: goToSetUp },
  {
    name: "initiative-opened",
    ...initiativePage,
    async open(page) {
      await goToSetUp(page);
      const tables = page.getByRole("button", { name: /^Table: / });
      while ((await tables.count()) > 0) await tables.first().click();
      await page
        .getByRole("button", { name: /^Change the assumptions of / })
        .first()
        .click();
      await page.getByRole("button", { name: "Draft another baseline" }).first().click();
      await page
        .getByRole("button", { name: /^Unfreeze the baseline of / })
        .first()
        .click();
      await page.getByText(/ are closed: what was signed stays on record/).waitFor();
      await page.getByRole("button", { name: "Add costs" }).click();
      await page.getByLabel("Amount each month").waitFor();
    },
  },
  {
    name: "note-point",
    ...initiativePage,
    async open(page) {
      await choosePoint(page);
    },
  },
  {
    name: "note-at-point",
    ...initiativePage,
    async open(page) {
      await choosePoint(page);
      await page.getByRole("button", { name: /^Note what happened here: / }).click();
      const dialog = page.getByRole("dialog", { name: "Note what happened here" });
      await dialog.getByLabel("On", { exact: true }).waitFor();
    },
    isOverlay: true,
  },
  {
    name: "baseline",
    ...baselinePage,
    async open(page) {
      await page.getByLabel("Left out").selectOption({ index: 2 });
      await page.getByRole("button", { name: /^Take .* in again$/ }).waitFor();
      await page
        .getByText(/left out because what they showed|left out because what it showed/)
        .first()
        .waitFor();
      await page.getByRole("heading", { name: "In use and drafted" }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: "baseline-controls",
    ...baselinePage,
    async open(page) {
      await page.getByRole("combobox", { name: "Compared with" }).click();
      await page.getByText("Cannot be compared with").waitFor();
    },
  },
  {
    name: "new-benefit",
    ...initiativePage,
    async open(page) {
      await goToSetUp(page);
      await page.getByRole("button", { name: "Claim another benefit" }).click();
      await page.getByRole("button", { name: "It is not measured yet" }).click();
      await page.getByRole("dialog", { name: "Add a KPI to log" }).waitFor();
    },
    isOverlay: true,
  },
  {
    name: "explain",
    ...portfolio,
    async open(page) {
      await page
        .getByRole("button", { name: /Return on investment.*Explain$/ })
        .first()
        .click();
      const inputs = page.getByRole("dialog").getByRole("button", { expanded: false });
      await inputs.first().click();
      await inputs.first().click();
    },
    isOverlay: true,
  },
  {
    name: "search",
    ...newPage,
    async open(page) {
      await page.keyboard.press("Control+K");
      await page.getByRole("dialog").getByText(initiative).waitFor();
    },
    isOverlay: true,
  },
  {
    name: "shortcuts",
    ...newPage,
    async open(page) {
      await page.keyboard.press("Shift+?");
      await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    },
    isOverlay: true,
  },
  {
    name: "organisations",
    ...newPage,
    async open(page) {
      await page.getByRole("button", { name: /^Organisation: / }).click();
      await page.getByRole("menuitem", { name: "Delete the demo" }).waitFor();
    },
    isOverlay: true,
  },
  {
    name: "navigation",
    ...newPage,
    async open(page) {
      await page.getByRole("button", { name: "Open the navigation" }).click();
      await page.getByRole("link", { name: "KPI catalogue" }).waitFor();
    },
    isOverlay: true,
    only: "narrow",
  },
  { name: "log", ...logPage },
  {
    name: "log-fault",
    ...logPage,
    async open(page) {
      await page.locator("[data-cell='0-numerator']").fill("twelve");
      await page.getByRole("button", { name: "Save week" }).click();
      await page.locator("[data-cell='0-numerator'][aria-invalid=true]").waitFor();
    },
  },
  { name: "year", path: "/demo/log/year?rows=2", ready: (page) => page.locator("[data-cell='0-0']") },
  {
    name: "year-fault",
    path: "/demo/log/year?year=2009&rows=1",
    ready: (page) => page.locator("[data-cell='0-0']"),
    async open(page) {
      await page.locator("[data-cell='0-0']").fill("twelve");
      await page.getByRole("button", { name: "Save the year" }).click();
      await page.getByText(/“twelve” is not a number\. Mend the marked cell/).waitFor();
    },
  },
  {
    name: "log-new-series",
    ...logPage,
    async open(page) {
      await page.getByRole("button", { name: "Add a KPI to log" }).click();
      await page.getByRole("dialog").waitFor();
    },
    isOverlay: true,
  },
  {
    name: "import-undo",
    ...importedPage,
    async open(page) {
      await page
        .getByRole("button", { name: /^Undo the import of / })
        .first()
        .click();
      await page.getByRole("dialog").getByLabel("Why").waitFor();
    },
    isOverlay: true,
  },
  {
    name: "log-take-back",
    ...logPage,
    // The week that is due may have nothing to take back yet.
    path: () => Promise.resolve(`/demo/log?period=${weeksAgo(3)}`),
    async open(page) {
      await page
        .getByRole("button", { name: /^Take back / })
        .first()
        .click();
      await page.getByRole("dialog").getByLabel("Why").waitFor();
    },
    isOverlay: true,
  },
  {
    name: "log-closed",
    ready: (page) => page.getByRole("button", { name: "Save month" }),
    path: async (server) => `/demo/log?period=${await closedMonth(server)}`,
    async open(page) {
      await page.getByText(/ closed: nothing in (it|them) changes until finance/).waitFor();
    },
  },
  { name: "sources", ...sourcesPage },
  {
    name: "sources-choose",
    ...sourcesPage,
    async open(page) {
      await page
        .getByRole("button", { name: /^Whose numbers count/ })
        .first()
        .click();
      await page.getByRole("dialog", { name: /^Whose numbers count/ }).waitFor();
    },
    isOverlay: true,
  },
  {
    name: "rates",
    path: "/demo/rates",
    ready: (page) => page.getByText("There is no rate yet"),
    async open(page) {
      await page.getByRole("button", { name: "Add the rate" }).click();
      await page.getByText("Say who says so").waitFor();
    },
  },
  {
    name: "settings",
    path: "/demo/settings",
    ready: (page) => page.getByRole("button", { name: "Save the settings" }),
    async open(page) {
      await page.getByRole("combobox", { name: "Time zone" }).fill("Auckland");
      await page.getByRole("option", { name: "Pacific/Auckland" }).waitFor();
    },
  },
  {
    name: "benchmarks",
    path: "/demo/benchmarks",
    ready: (page) => page.getByRole("heading", { name: "Published", exact: true }),
    async open(page) {
      await page.getByRole("button", { name: "Add benchmarks of your own" }).click();
      await page.getByRole("button", { name: "Add the benchmarks" }).click();
      await page.getByText("Say where it comes from").waitFor();
    },
  },
  {
    name: "shared-costs",
    path: "/demo/shared-costs",
    ready: (page) => page.getByRole("rowheader").first(),
    async open(page) {
      await page.getByRole("button", { name: "Add a shared cost" }).click();
      await page.getByRole("button", { name: "Add the shared cost" }).click();
      await page.getByText("Say what is counted").waitFor();
    },
  },
  { name: "unit-values", ...unitValuesPage },
  {
    name: "unit-value-propose",
    ...unitValuesPage,
    async open(page) {
      await page
        .getByRole("button", { name: /^Propose another for / })
        .first()
        .click();
      await page.getByRole("dialog").getByLabel("Our share").waitFor();
    },
    isOverlay: true,
  },
  {
    name: "audit",
    path: "/demo/audit?noun=benefit",
    ready: (page) => page.getByRole("button", { name: /^What changed: / }).first(),
    async open(page) {
      await page
        .getByRole("button", { name: /^What changed: / })
        .first()
        .click();
      await page.getByRole("button", { name: "Only this benefit" }).click();
      await page.getByText("this benefit alone").waitFor();
      await page.getByRole("button", { name: "Verify the chain" }).click();
      await page.getByText(/^The chain is whole: /).waitFor();
    },
  },
  { name: "periods", ...periodsPage },
  {
    name: "period-close",
    ...periodsPage,
    async open(page) {
      await page
        .getByRole("button", { name: /^Close / })
        .first()
        .click();
      await page.getByRole("dialog", { name: /^Close / }).waitFor();
    },
    isOverlay: true,
  },
  {
    name: "period-reopen",
    ...periodsPage,
    async open(page) {
      await page
        .getByRole("button", { name: /^Reopen / })
        .first()
        .click();
      await page.getByRole("button", { name: "Reopen the month" }).click();
      await page.getByText("Say why, in a few words").waitFor();
    },
    isOverlay: true,
  },
  {
    name: "cases",
    async path(server) {
      await demoCase(clientOn(server, "demo"));
      return "/demo/cases";
    },
    ready: (page) => page.getByRole("link", { name: "Scored leads, three years" }),
  },
  { name: "case", ...casePage },
  { name: "new", ...newPage },
  {
    name: "new-refused",
    ...newPage,
    async open(page) {
      await page.getByRole("button", { name: "Create the initiative" }).click();
      await page.getByText("Choose a KPI", { exact: true }).waitFor();
    },
  },
  {
    name: "new-list",
    ...newPage,
    async open(page) {
      await page.getByRole("combobox", { name: "KPI", exact: true }).click();
      await page.getByRole("listbox").waitFor();
      // The entry the keys are on looks different from the others.
      await page.keyboard.press("ArrowDown");
    },
    isOverlay: true,
  },
  { name: "import", ...importPage },
  { name: "import-earlier", ...importedPage },
  {
    name: "import-paste",
    ...importPage,
    async open(page) {
      await page.getByRole("button", { name: "Paste from a spreadsheet" }).click();
      await page.getByLabel("Rows from a spreadsheet").waitFor();
    },
  },
  {
    name: "import-preview",
    ...importPage,
    async open(page) {
      await page.getByRole("button", { name: "Try it with a sample" }).click();
      await page.getByRole("button", { name: "Preview what would change" }).click();
      await page.getByRole("region", { name: "Totals of each series" }).waitFor();
    },
  },
  { name: "kpis", ...kpisPage },
  {
    name: "kpi",
    ...kpiPage,
    async open(page) {
      // Each series is asked for once it is seen.
      for (const scope of ["Blog", "Landing pages", "Web shop"]) {
        const heading = page.getByRole("heading", { name: new RegExp(`^${scope}`) });
        // The heading that waits gives way to the finding, maybe while it is scrolled to.
        await heading.scrollIntoViewIfNeeded().catch(() => undefined);
        const found = page.getByRole("heading", { name: new RegExp(`^${scope}: `) });
        await found.scrollIntoViewIfNeeded();
      }
    },
  },
  {
    name: "kpi-unmeasured",
    path: "/demo/kpis/model-precision",
    ready: (page) => page.getByText("Nobody logs it yet"),
  },
  {
    name: "kpi-change",
    ...kpiPage,
    async open(page) {
      await page.getByRole("button", { name: "Change the definition" }).click();
      await page.getByRole("button", { name: "Make version 2" }).waitFor();
    },
    isOverlay: true,
  },
  {
    name: "kpi-new",
    ...kpisPage,
    async open(page) {
      await page.getByRole("button", { name: "Add a KPI", exact: true }).click();
      await page.getByRole("dialog", { name: "Add a KPI of your own" }).waitFor();
    },
    isOverlay: true,
  },
  ...retirementStations,
  { name: "account", ...accountPage },
  {
    name: "account-authenticator",
    ...accountPage,
    async open(page) {
      await page.getByLabel("Your password", { exact: true }).fill(firstAdmin.password);
      await page.getByRole("button", { name: "Set up an app" }).click();
      await page.getByRole("list", { name: "Recovery codes" }).waitFor();
    },
  },
  { name: "people", ...peoplePage },
  {
    name: "person",
    ...peoplePage,
    async open(page) {
      await page.getByRole("button", { name: firstAdmin.name, exact: true }).click();
      await page.getByRole("button", { name: "Take access away" }).click();
      await page.getByRole("button", { name: "Yes: take access away" }).waitFor();
    },
    isOverlay: true,
  },
  {
    name: "invite",
    ...peoplePage,
    async open(page) {
      await page.getByRole("button", { name: "Invite somebody" }).click();
      await page.getByRole("dialog", { name: "Invite somebody" }).waitFor();
    },
    isOverlay: true,
  },
  { name: "service-keys", ...serviceKeysPage },
  { name: "jobs", ...jobsPage },
  {
    name: "service-key-new",
    ...serviceKeysPage,
    async open(page) {
      await page.getByRole("button", { name: "Make a key" }).click();
      await page.getByRole("dialog", { name: "Make a service key" }).waitFor();
    },
    isOverlay: true,
  },
  {
    name: "you",
    ...newPage,
    async open(page) {
      await page.getByRole("button", { name: /^You: / }).click();
      await page.getByRole("menuitem", { name: "Sign out" }).waitFor();
    },
    isOverlay: true,
  },
  { name: "sign-in", ...signInPage },
  { name: "approvals", ...approvalsPage },
  {
    name: "approvals-none",
    path: "/default/approvals?mine=true",
    ready: (page) => page.getByRole("heading", { level: 1, name: "Nothing waits for your approval" }),
  },
];

/** The latest month of the demo that finance has closed. */
async function closedMonth(server: Server): Promise<string> {
  const { rows } = await clientOn(server, "demo").call("listPeriods", { query: {} });
  return rows.find(({ status }) => status === "closed")?.month ?? "none";
}

/** Down to where an initiative is set up, which loads when one comes near it. */
async function goToSetUp(page: Page): Promise<void> {
  // A chart is drawn when it comes into view: past it, as a reader comes by, and not over it.
  await page.getByRole("heading", { name: /^What it moved/ }).scrollIntoViewIfNeeded();
  await page.locator("canvas").nth(2).waitFor();
  await page.getByRole("heading", { name: "Set up", exact: true }).scrollIntoViewIfNeeded();
  await page.getByRole("button", { name: "Add costs" }).waitFor();
}

/** Chooses the tenth week of the KPI's chart by keyboard. */
async function choosePoint(page: Page): Promise<void> {
  await goToSetUp(page);
  await page
    .getByRole("button", { name: /^Note what happened at a point: / })
    .last()
    .click();
  await page.keyboard.press("Home");
  for (let step = 0; step < 9; step++) await page.keyboard.press("ArrowRight");
  await page.getByRole("button", { name: /^Note what happened here: / }).waitFor();
}

/** Goes to a station and does what is to be done there. */
export async function goTo(page: Page, server: Server, station: Station): Promise<void> {
  const { path } = station;
  await page.goto(typeof path === "string" ? path : await path(server));
  await station.ready(page).waitFor();
  await station.open?.(page);
}

/** A week of one KPI from a file; the same again changes nothing. */
async function importSomething(client: ReturnType<typeof clientOn>): Promise<void> {
  const sum = (column: string) => ({ kind: "sum", columns: [column] });
  const recipe = {
    name: "Shop export",
    source: "shop system",
    dateColumn: "Day",
    dateFormat: "yyyy-MM-dd",
    period: "week",
    scope: "Web shop",
    measures: [{ kpi: "conversion-rate", numerator: sum("Orders"), denominator: sum("Visits") }],
  };
  const file = new File(["Day,Visits,Orders\n2026-05-04,1200,31\n"], "shop.csv");
  await client.call("createImport", { body: { file, recipe: JSON.stringify(recipe) } });
}

/** A business case of the demo, by its id; made where it is not there yet. */
async function demoCase(client: Client): Promise<string> {
  const { name } = businessCaseExamples.createCase.body;
  const { rows } = await client.call("listCases", { query: {} });
  const found = rows.find((one) => one.name === name);
  if (found !== undefined) return found.caseId;
  const initiatives = await client.call("listInitiatives", { query: {} });
  const initiativeId = initiatives.rows.find((one) => one.name === initiative)?.initiativeId ?? initiative;
  const body = { initiativeId, name, plan: NewCasePlan.parse(examplePlan) };
  return (await client.call("createCase", { body })).caseId;
}
