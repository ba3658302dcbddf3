import type { Page } from "playwright-core";
import { seen } from "../seen.ts";
import { clientOn, type Server } from "../start-server.ts";
import type { Station } from "../station.ts";

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

/** Where files come in. */
export const importStations: readonly Station[] = [
  { name: "import", ...importPage },
  { name: "import-earlier", ...importedPage },
  {
    name: "import-undo",
    ...importedPage,
    async open(page) {
      await page
        .getByRole("button", { name: /^Undo the import of / })
        .first()
        .click();
      await seen(page.getByRole("dialog").getByLabel("Why"));
    },
    isOverlay: true,
  },
  {
    name: "import-paste",
    ...importPage,
    async open(page) {
      await page.getByRole("button", { name: "Paste from a spreadsheet" }).click();
      await seen(page.getByLabel("Rows from a spreadsheet"));
    },
  },
  {
    name: "import-preview",
    ...importPage,
    async open(page) {
      await page.getByRole("button", { name: "Try it with a sample" }).click();
      await page.getByRole("button", { name: "Preview what would change" }).click();
      await seen(page.getByRole("region", { name: "Totals of each series" }));
    },
  },
];

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
