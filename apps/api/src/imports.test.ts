import { afterAll, describe, expect, it } from "vitest";
import { openApp } from "./testing/open-app.ts";
import { openSqlite } from "./testing/open-sqlite.ts";

const { db, remove } = await openSqlite();
const { app } = await openApp(async () => db);
afterAll(remove);

const recipe = {
  name: "Shop",
  source: "export",
  dateColumn: "Day",
  period: "week",
  scope: "Shop",
  measures: [
    {
      kpi: "revenue-per-channel",
      numerator: { kind: "sum", columns: ["Revenue"] },
      denominator: { kind: "periods" },
    },
  ],
};

async function post(path: string, parts: Record<string, string | File>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) form.append(name, value);
  const encoded = new Response(form);
  const response = await app.request(path, {
    method: "POST",
    headers: { "Content-Type": encoded.headers.get("Content-Type") ?? "" },
    body: await encoded.arrayBuffer(),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const file = new File(["Day,Revenue\n2026-05-04,10.50\n2026-05-05,1.25\n2026-05-12,x\n"], "shop.csv");

describe("imports over HTTP", () => {
  it("inspects, previews and imports an upload, and finds nothing new the second time", async () => {
    const inspected = await post("/api/v1/imports/inspect", { file });
    expect(inspected).toMatchObject({
      status: 200,
      body: {
        columns: [{ name: "Day", looksLike: "date" }, { name: "Revenue" }],
      },
    });
    const parts = { file, recipe: JSON.stringify(recipe), currency: "USD" };
    const preview = await post("/api/v1/imports/preview", parts);
    expect(preview).toMatchObject({
      status: 200,
      body: {
        kind: "preview",
        summary: { periods: { new: 1 }, refusedCount: 1, totals: [{ numerator: "11.75" }] },
      },
    });
    const made = await post("/api/v1/imports", parts);
    expect(made).toMatchObject({
      status: 201,
      body: { summary: { periods: { new: 1, changed: 0, same: 0 } } },
    });
    const series = await (await app.request("/api/v1/series")).json();
    expect(series).toMatchObject({ rows: [{ scope: "Shop", currency: "USD", periods: 1 }] });
    const again = await post("/api/v1/imports", parts);
    expect(again).toMatchObject({ status: 201, body: { importId: null } });
    const listed = await app.request(`/api/v1/imports/${String(made.body["importId"])}`);
    expect(await listed.json()).toMatchObject({ refusedRows: [{ line: 4, column: "Revenue", value: "x" }] });
  });

  it("names what an upload lacks, and refuses a file that is none", async () => {
    const lacking = await post("/api/v1/imports", { recipe: JSON.stringify(recipe) });
    expect(lacking).toMatchObject({
      status: 422,
      body: { details: [{ field: "file", message: "is required" }] },
    });
    const empty = await post("/api/v1/imports", {
      file: new File([], "e.csv"),
      recipe: JSON.stringify(recipe),
    });
    expect(empty).toMatchObject({ status: 422, body: { title: "The file cannot be imported" } });
    const text = await post("/api/v1/imports", { file: "not a file", recipe: JSON.stringify(recipe) });
    expect(text.status).toBe(422);
  });
});
