import type { Page } from "playwright-core";
import { seen } from "../seen.ts";
import { judgedInitiative, type Station } from "../station.ts";
import { newPage } from "./new-initiative.ts";

const signInPage = {
  path: "/sign-in",
  ready: (page: Page) => page.getByLabel("E-mail"),
};

/** What stands around every page, and the page one signs in on. */
export const shellStations: readonly Station[] = [
  {
    name: "search",
    ...newPage,
    async open(page) {
      await page.keyboard.press("Control+K");
      await seen(page.getByRole("dialog").getByText(judgedInitiative));
    },
    isOverlay: true,
  },
  {
    name: "shortcuts",
    ...newPage,
    async open(page) {
      await page.keyboard.press("Shift+?");
      await seen(page.getByRole("dialog", { name: "Keyboard shortcuts" }));
    },
    isOverlay: true,
  },
  {
    name: "organisations",
    ...newPage,
    async open(page) {
      await page.getByRole("button", { name: /^Organisation: / }).click();
      await seen(page.getByRole("menuitem", { name: "Delete the demo" }));
    },
    isOverlay: true,
  },
  {
    name: "navigation",
    ...newPage,
    async open(page) {
      await page.getByRole("button", { name: "Open the navigation" }).click();
      await seen(page.getByRole("link", { name: "KPI catalogue" }));
    },
    isOverlay: true,
    only: "narrow",
  },
  {
    name: "you",
    ...newPage,
    async open(page) {
      await page.getByRole("button", { name: /^You: / }).click();
      await seen(page.getByRole("menuitem", { name: "Sign out" }));
    },
    isOverlay: true,
  },
  { name: "sign-in", ...signInPage },
];
