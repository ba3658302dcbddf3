import { openDatabase } from "@liftledger/database/open-database";
import { migrateToLatest } from "@liftledger/database/migrate";
import { rmSync } from "node:fs";
import { createDemo } from "./demo/create-demo.ts";
import { getPortfolio } from "./evaluation/get-portfolio.ts";
import { evaluateInitiative } from "./evaluation/evaluate-initiative.ts";
import { explainFigure } from "./evaluation/explain-figure.ts";
import { evaluateExplanation } from "@liftledger/roi/explanation";
import type { Context } from "./context.ts";
rmSync("/tmp/me/demo.db", { force: true });
const db = openDatabase({ kind: "sqlite", file: "/tmp/me/demo.db" });
let t = performance.now();
const lap = (s: string) => {
  console.log(s, Math.round(performance.now() - t), "ms");
  t = performance.now();
};
await migrateToLatest(db);
lap("migrate");
let n = 0;
const ctx: Context = {
  db,
  actor: { personId: "local", name: "Local admin", role: "admin" },
  organisationId: "demo",
  now: "2026-11-22T10:00:00.000Z",
  today: "2026-11-22",
  newId: () => "id-" + String(n++).padStart(8, "0"),
  seed: 20260101,
};
await createDemo(ctx);
lap("demo");
const p = await getPortfolio(ctx, {});
lap("portfolio");
await getPortfolio(ctx, {});
lap("portfolio again");
console.log(p.headline, "|", p.subline, p.counts, p.medianRoi, p.quartiles);
for (const r of p.rows)
  console.log(
    r.name.padEnd(28),
    r.phase.padEnd(10),
    r.verdict.headline.padEnd(40),
    r.netRoi.value?.slice(0, 6),
    r.netRoi.interval?.low.slice(0, 6),
    r.netRoi.interval?.high.slice(0, 6),
    r.realisedValue.value,
    r.cost.value,
    r.grade,
    "|",
    r.verdict.reason,
  );
console.log(p.toDate.map((x) => [x.period, x.value, x.valueLow, x.valueHigh, x.cost].join(" ")).join("\n"));
for (const r of p.rows.slice(0, 2)) {
  t = performance.now();
  const e = await evaluateInitiative(ctx, { initiativeId: r.initiativeId });
  lap("initiative");
  console.log(
    e.headline,
    e.breakEven?.sentence,
    e.verdict.qualifiers,
    e.benefits.map((b) => [b.findings, b.grade, b.gradeReasons, b.placebo]),
    e.toDate.at(-1),
    JSON.stringify(e).length,
  );
  const x = await explainFigure(ctx, { figureId: e.figures.netRoi.figureId });
  lap("explain");
  console.log(
    x.tree.value,
    evaluateExplanation(x.tree),
    x.tree.formula,
    x.tree.inputs[0]?.formula,
    JSON.stringify(x).length,
  );
}
await db.close();
