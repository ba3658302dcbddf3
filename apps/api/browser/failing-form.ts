import type { Locator, Page } from "playwright-core";
import { goToSetUp } from "./walk-steps.ts";
import { seen } from "./seen.ts";
import { clientOn, type Server } from "./start-server.ts";

/** A form, where it stands, what somebody types into it, and the button that sends it. */
export interface FormCase {
  path: string | ((server: Server) => Promise<string>);
  /** Opens it; what holds its fields. */
  open: (page: Page) => Promise<Locator>;
  fill: (form: Locator, page: Page) => Promise<void>;
  send: string | RegExp;
}

/** Opens the window of a button. */
export const dialogBy = (button: string | RegExp) => async (page: Page) => {
  await page.getByRole("button", { name: button }).first().click();
  const dialog = page.getByRole("dialog");
  await seen(dialog);
  return dialog;
};

/** A form that is always there. */
export const main = async (page: Page) => page.locator("main");

/** A form that a button opens on the page itself. */
export const under = (button: string | RegExp) => async (page: Page) => {
  await page.getByRole("button", { name: button }).first().click();
  return page.locator("main");
};

/** A step of setting an initiative up. */
export const setUpStep = (name: string, button: string | RegExp) => async (page: Page) => {
  await goToSetUp(page);
  const step = page.getByRole("region", { name: `Set up: ${name}` });
  await step.getByRole("button", { name: button }).first().click();
  return step;
};

/** The address of an initiative of the demo by its name, or of a page of it. */
export const initiativePath =
  (name = "Paid-search bid copilot", place = "") =>
  async (server: Server): Promise<string> => {
    const { rows } = await clientOn(server, "demo").call("listInitiatives", { query: {} });
    const found = rows.find((row) => row.name === name);
    return `/demo/initiatives/${found?.initiativeId}${place}`;
  };
