import type { Page } from "playwright-core";
import { firstAdmin } from "../../src/testing/set-up.ts";
import { seen } from "../seen.ts";
import type { Station } from "../station.ts";

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

/** An organisation, its people and keys, and one's own account. */
export const organisationStations: readonly Station[] = [
  {
    name: "settings",
    path: "/demo/settings",
    ready: (page) => page.getByRole("button", { name: "Save the settings" }),
    async open(page) {
      await page.getByRole("combobox", { name: "Time zone" }).fill("Auckland");
      await seen(page.getByRole("option", { name: "Pacific/Auckland" }));
    },
  },
  { name: "account", ...accountPage },
  {
    name: "account-authenticator",
    ...accountPage,
    async open(page) {
      await page.getByLabel("Your password", { exact: true }).fill(firstAdmin.password);
      await page.getByRole("button", { name: "Set up an app" }).click();
      await seen(page.getByRole("list", { name: "Recovery codes" }));
    },
  },
  { name: "people", ...peoplePage },
  {
    name: "person",
    ...peoplePage,
    async open(page) {
      await page.getByRole("button", { name: firstAdmin.name, exact: true }).click();
      await page.getByRole("button", { name: "Take access away" }).click();
      await seen(page.getByRole("button", { name: "Yes: take access away" }));
    },
    isOverlay: true,
  },
  {
    name: "invite",
    ...peoplePage,
    async open(page) {
      await page.getByRole("button", { name: "Invite somebody" }).click();
      await seen(page.getByRole("dialog", { name: "Invite somebody" }));
    },
    isOverlay: true,
  },
  { name: "service-keys", ...serviceKeysPage },
  {
    name: "service-key-new",
    ...serviceKeysPage,
    async open(page) {
      await page.getByRole("button", { name: "Make a key" }).click();
      await seen(page.getByRole("dialog", { name: "Make a service key" }));
    },
    isOverlay: true,
  },
  { name: "jobs", ...jobsPage },
];
