import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pageModulesOf } from "./page-modules.ts";

const source = join(import.meta.dirname, "../src");
const texts = globSync("routes/*.ts", { cwd: source }).map((file) =>
  readFileSync(join(source, file), "utf8"),
);

describe("pageModulesOf", () => {
  it("reads the address and the module of every page that is loaded late", () => {
    const pages = texts.flatMap((text) => pageModulesOf(text));
    expect(pages).toContainEqual({
      path: "initiatives/$initiativeId",
      module: "initiative/initiative-page.tsx",
    });
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
    const late = texts.flatMap((text) => text.match(/getParentRoute: \(\) => organisationRoute/g) ?? []);
    // The address of the organisation itself leads on to another page.
    expect(pages.length).toBe(late.length - 1);
  });

  it("refuses a page that it cannot read", () => {
    const route =
      "createRoute({ getParentRoute: () => organisationRoute, component: lazyRouteComponent(load) })";
    expect(() => pageModulesOf(route)).toThrow("no path and module of a page can be read");
  });
});
