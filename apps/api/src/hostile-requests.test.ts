import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { openApp, type Call } from "./testing/open-app.ts";

/** What a field may hold that nobody meant. */
const nasty: readonly unknown[] = [
  null,
  "",
  "x".repeat(5000),
  "a\0b",
  "\ud800",
  "'; drop table series; --",
  "<script>alert(1)</script>",
  "=1+1",
  "1e999",
  "-0",
  "٣",
  -1,
  0.5,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  1e300,
  true,
  [],
  {},
  [[[[]]]],
];

type Path = (string | number)[];

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))];
}

function withValueAt(body: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const copy: Record<string | number, unknown> = structuredClone(body) as Record<string, unknown>;
  copy[step] = withValueAt(copy[step], rest, value);
  return copy;
}

async function soundCalls(
  send: Awaited<ReturnType<typeof openApp>>["send"],
): Promise<Required<Pick<Call, "path" | "body" | "method">>[]> {
  const post = (path: string, body: unknown) => ({ method: "POST", path, body });
  const outcome = { kpiKey: "conversion-rate", change: "increase", percent: "15", by: "2026-12-31" };
  const initiative = {
    name: "Scoring",
    outcome,
    owner: "Ada",
    team: "Growth",
    useCasePattern: "other",
    phase: "pilots",
    startedOn: "2026-04-06",
  };
  const series = await send(post("/api/v1/series", { kpiKey: "conversion-rate", scope: "Shop" }));
  const { seriesId } = series.body;
  const { initiativeId } = (await send(post("/api/v1/initiatives", initiative))).body;
  const benefits = `/api/v1/initiatives/${initiativeId}/benefits`;
  const { benefitId } = (await send(post(benefits, { seriesId }))).body;
  const assumptions = { unitValue: "80", attribution: "0.1", approvedBy: "Grace" };
  const snapshot = { seriesId, period: "2026-W20", numerator: "1", denominator: "2" };
  const costLine = { category: "people", month: "2026-05", amount: "10", currency: "EUR", kind: "actual" };
  const own = (await send({ path: "/api/v1/kpis/lead-conversion-rate" })).body.rows[0];
  const { key: _key, version: _version, source: _source, unitValueRule: _rule, ...definition } = own;
  const recipe = {
    name: "r",
    source: "s",
    dateColumn: "Day",
    period: "week",
    scope: "Shop",
    measures: [
      {
        kpi: "conversion-rate",
        numerator: { kind: "sum", columns: ["a"] },
        denominator: { kind: "count-rows" },
      },
    ],
  };
  return [
    post("/api/v1/series", { kpiKey: "churn-rate", scope: "App" }),
    post("/api/v1/snapshots", { snapshots: [snapshot], source: "hand" }),
    post("/api/v1/initiatives", initiative),
    {
      method: "PATCH",
      path: `/api/v1/initiatives/${initiativeId}`,
      body: { version: 1, team: "A", outcome },
    },
    post(benefits, { seriesId, assumptions }),
    { method: "PATCH", path: `/api/v1/benefits/${benefitId}`, body: { version: 1, assumptions } },
    post(`/api/v1/initiatives/${initiativeId}/cost-lines`, { costLines: [costLine] }),
    post("/api/v1/baselines", { seriesId, interventionStart: "2026-W15", from: "2026-W01" }),
    { method: "PUT", path: "/api/v1/kpis/lead-conversion-rate", body: definition },
    post("/api/v1/import-recipes", recipe),
  ];
}

describeOnEveryDatabase("hostile requests", (open) => {
  it("are answered without a failure of our own, whatever a field holds", async () => {
    const { send, failures } = await openApp(open);
    const wrong: string[] = [];
    for (const call of await soundCalls(send)) {
      for (const path of leavesOf(call.body)) {
        for (const value of nasty) {
          const { status } = await send({ ...call, body: withValueAt(call.body, path, value) ?? "null" });
          if (status >= 500)
            wrong.push(`${call.path} ${path.join(".")} = ${JSON.stringify(value)}: ${status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(failures).toEqual([]);
  });

  it("are answered so in their addresses and headers as well", async () => {
    const { send, failures } = await openApp(open);
    const texts = ["%00", "%ff", "..", "%2e%2e%2f", "'", "x".repeat(3000), "-1", "9".repeat(400)];
    for (const text of texts) {
      for (const path of [
        `/api/v1/series/${text}`,
        `/api/v1/series/${text}/snapshots/2026-W20/revisions`,
        `/api/v1/kpis/${text}`,
        `/api/v1/series?cursor=${text}`,
        `/api/v1/imports?limit=${text}`,
        `/api/v1/initiatives?phase=${text}`,
        `/api/v1/log-sheet?period=${text}`,
        `/api/v1/portfolio?until=${text}`,
        `/api/v1/portfolio?asOf=${text}`,
        `/api/v1/explanations?figureId=${text}`,
      ]) {
        const { status } = await send({ path });
        expect([path, status < 500]).toEqual([path, true]);
      }
    }
    expect((await send({ path: "/api/v1/kpis", organisation: "x".repeat(5000) })).status).toBe(404);
    expect(failures).toEqual([]);
  });
});
