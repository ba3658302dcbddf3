import type { Page } from "playwright-core";
import { pretend } from "../pretended-answers.ts";
import { seen } from "../seen.ts";
import { clientOn, type Server } from "../start-server.ts";
import { goToSetUp } from "./initiative.ts";
import { judgedInitiative, type Station } from "../station.ts";

const initiativePath = (name: string) => async (server: Server) => {
  const { rows } = await clientOn(server, "demo").call("listInitiatives", { query: {} });
  return `/demo/initiatives/${rows.find((row) => row.name === name)?.initiativeId}`;
};
async function casePath(server: Server): Promise<string> {
  const { rows } = await clientOn(server, "demo").call("listCases", { query: {} });
  return `/demo/cases/${rows.find(({ name }) => name.startsWith("Personalised checkout"))?.caseId}`;
}

/** A page, with the calls it cannot be read without. */
interface MainPage {
  name: string;
  path: Station["path"];
  calls: RegExp;
}

const mainPages: readonly MainPage[] = [
  { name: "portfolio", path: "/demo/portfolio", calls: /^\/portfolio$/ },
  { name: "initiative", path: initiativePath(judgedInitiative), calls: /\/evaluation$/ },
  { name: "kpi", path: "/demo/kpis/conversion-rate", calls: /^\/kpis\// },
  { name: "log", path: "/demo/log", calls: /^\/log-sheet$/ },
  { name: "case", path: casePath, calls: /^\/cases\// },
  { name: "periods", path: "/demo/periods", calls: /^\/(periods|restatements)$/ },
];
const furtherPages: readonly MainPage[] = [
  { name: "board", path: "/demo/board", calls: /^\/board$/ },
  { name: "year", path: "/demo/log/year", calls: /^\/year-sheet$/ },
  { name: "cases", path: "/demo/cases", calls: /^\/cases$/ },
  { name: "kpis", path: "/demo/kpis", calls: /^\/kpis$/ },
  { name: "approvals", path: "/demo/approvals", calls: /^\/approvals$/ },
  { name: "audit", path: "/demo/audit", calls: /^\/audit-entries$/ },
  { name: "people", path: "/demo/people", calls: /^\/session$/ },
];

/** Each main page while its answer is awaited. */
const waitingStations = mainPages.map(({ name, path, calls }): Station => ({
  name: `${name}-waiting`,
  path,
  meets: { paths: calls, answer: "never" },
  // The page within its frame: while it is not known who looks, there is a main part without an id.
  ready: (page) => page.locator("#main").locator("[aria-busy=true], .mantine-Skeleton-root").first(),
}));

/** Each page when what it asks for fails, and nothing was there before. */
const failedStations = [...mainPages, ...furtherPages].map(({ name, path, calls }): Station => ({
  name: `${name}-failed`,
  path,
  meets: { paths: calls, answer: "fails" },
  ready: (page) => page.locator("main").getByRole("button", { name: "Retry" }).first(),
}));

const olderData = (page: Page) => page.getByText("What you see is the last answer that arrived.");

/** Pages whose last good data stays where another answer fails to come. */
const olderDataStations: readonly Station[] = [
  {
    name: "portfolio-older",
    path: "/demo/portfolio",
    ready: (page) => page.getByRole("link", { name: judgedInitiative }).first(),
    async open(page) {
      await pretend(page, { paths: /^\/portfolio$/, answer: "fails" });
      await chooseDay(page);
    },
  },
  {
    name: "initiative-older",
    path: initiativePath(judgedInitiative),
    ready: heading("Set up"),
    async open(page) {
      await goToSetUp(page);
      await pretend(page, { paths: /\/evaluation$/, answer: "fails" });
      await chooseDay(page);
    },
  },
];

async function chooseDay(page: Page): Promise<void> {
  await page.getByLabel("Valued on").fill("2026-01-31");
  await page.getByLabel("Valued on").press("Enter");
  await seen(olderData(page));
}

/** What somebody meets who may look and not change. */
const viewerStations: readonly Station[] = [
  { name: "people-viewer", path: "/demo/people", ready: heading("This is for admins") },
  { name: "audit-viewer", path: "/demo/audit", ready: heading("The audit log is for finance and admins") },
  { name: "log-viewer", path: "/demo/log", ready: (page: Page) => page.locator("[data-cell='0-numerator']") },
  {
    name: "initiative-viewer",
    path: initiativePath(judgedInitiative),
    ready: heading("Set up"),
    open: goToSetUp,
  },
  { name: "periods-viewer", path: "/demo/periods", ready: heading("Months") },
  { name: "case-viewer", path: casePath, ready: heading("Benefits") },
  { name: "import-viewer", path: "/demo/import", ready: heading("Import a spreadsheet") },
  {
    name: "year-viewer",
    path: "/demo/log/year?rows=2",
    ready: (page: Page) => page.locator("[data-cell='0-0']"),
  },
  { name: "settings-viewer", path: "/demo/settings", ready: heading(/./) },
  { name: "new-viewer", path: "/demo/new", ready: heading(/./) },
  { name: "approvals-viewer", path: "/demo/approvals", ready: heading(/./) },
].map((station): Station => ({ ...station, as: "viewer" }));

/** What others meet who may do more, but not this. */
const forbiddenStations: readonly Station[] = [
  {
    name: "audit-contributor",
    path: "/demo/audit",
    as: "contributor",
    ready: heading("The audit log is for finance and admins"),
  },
  { name: "jobs-finance", path: "/demo/jobs", as: "finance", ready: heading("This is for admins") },
];

function heading(name: string | RegExp) {
  return (page: Page) => page.locator("main").getByRole("heading", { name }).first();
}

/** Initiatives that cannot be judged yet, each for another reason. */
const earlyStations: readonly Station[] = [
  {
    name: "initiative-early",
    path: initiativePath("Call-summary writer"),
    ready: heading("Set up"),
    open: goToSetUp,
  },
  {
    name: "initiative-gaps",
    path: initiativePath("Search refresh pipeline"),
    ready: heading("Set up"),
    open: goToSetUp,
  },
  {
    name: "initiative-unfrozen",
    path: initiativePath("Localisation engine"),
    ready: heading("Set up"),
    open: goToSetUp,
  },
  {
    name: "year-closed",
    path: "/demo/log/year?rows=2",
    ready: (page) => page.getByText(/ closed: nothing in (it|them) changes until finance/),
  },
];

/** Before it is known who looks: while the server is awaited, and when it cannot be reached. */
const startStations: readonly Station[] = [
  {
    name: "start-waiting",
    path: "/",
    meets: { paths: /^\/session$/, answer: "never" },
    ready: (page) => page.locator("main[aria-busy=true]").getByRole("heading", { name: "Loading" }),
  },
  {
    name: "start-failed",
    path: "/demo/portfolio",
    meets: { paths: /^\/session$/, answer: "gone" },
    ready: (page) => page.locator("main").getByRole("button", { name: "Try again" }),
    async open(page) {
      await seen(heading("The server cannot be reached")(page));
    },
  },
];

/** What is there when a page waits, when the server fails, when one may not, and before there is enough to judge. */
export const stateStations: readonly Station[] = [
  ...startStations,
  ...waitingStations,
  ...failedStations,
  ...olderDataStations,
  ...viewerStations,
  ...forbiddenStations,
  ...earlyStations,
];
