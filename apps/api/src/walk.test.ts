import { createClient } from "@liftledger/contracts/client";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import { evaluateExplanation, type Explanation } from "@liftledger/roi/explanation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deps } from "./app.ts";
import { createDocumentedApp } from "./testing/documented-app.ts";
import { serve, type RunningServer } from "./serve.ts";
import { signedIn } from "./testing/sign-in.ts";
import { testDeps, testContext } from "./testing/test-deps.ts";
import { importFile, startWeek, stateInitiative, valuedOn } from "./testing/walk.ts";
import { generatedFile, hasRobynFile, robynFile, type WeeklyFile } from "./testing/weekly-file.ts";

walk("a generated file", generatedFile);
describe.skipIf(!hasRobynFile)("with ../shared beside the repository", () => {
  walk("robyn_weekly", robynFile);
});

/** From a file of weekly numbers in which nothing happened to two verdicts that do not claim a gain. */
function walk(name: string, file: () => WeeklyFile): void {
  describeOnEveryDatabase(`the way from ${name} to a verdict, over HTTP`, (open) => {
    let server: RunningServer;
    let client: ReturnType<typeof createClient>;
    let colleague: typeof client;
    let deps: Deps;

    beforeAll(async () => {
      deps = testDeps(await open());
      await ensureDefaultOrganisation(testContext(deps), { name: "My company", currency: "EUR" });
      server = await serve(createDocumentedApp(deps), { host: "127.0.0.1", port: 0 });
      const Cookie = await signedIn(deps.db, { personId: "admin", role: "admin", signedInAt: deps.now() });
      const clientWith = (cookie: string) =>
        createClient({ baseUrl: server.address, organisationId: "default", headers: { Cookie: cookie } });
      client = clientWith(Cookie);
      const other = { personId: "grace", role: "finance", signedInAt: deps.now() } as const;
      colleague = clientWith(await signedIn(deps.db, other));
    });
    afterAll(() => server.close());

    it("imports 208 weeks of two KPIs, and nothing the second time", async () => {
      const { preview, imported, seriesOf } = await importFile(client, file());
      expect(preview).toMatchObject({
        kind: "preview",
        summary: { periods: { new: 416, changed: 0, same: 0 } },
      });
      expect(imported.importId).not.toBeNull();
      expect(imported.summary.refusedCount).toBe(0);
      expect(seriesOf("revenue-per-channel")).toMatchObject({ periods: 208, firstPeriod: "2015-W48" });
      const again = await importFile(client, file());
      expect(again.imported.importId).toBeNull();
      expect(again.imported.summary.periods).toEqual({ new: 0, changed: 0, same: 416, beside: 0 });
    });

    it("freezes the 104 weeks before the start with a yearly season", async () => {
      const { seriesId, kpiKey } = await seriesOf("revenue-per-channel");
      const { draft, baseline } = await stateInitiative(
        { client, colleague },
        {
          seriesId,
          kpiKey,
          name: "Media mix copilot",
        },
      );
      expect(draft).toMatchObject({ status: "draft", prePeriods: 104, design: "fourier", rung: "seasonal" });
      expect(baseline).toMatchObject({ status: "frozen", interventionStart: startWeek, correctedSince: [] });
      expect(baseline.digest).toMatch(/^[0-9a-f]{64}$/);
    });

    it("calls no gain where nothing happened: the interval contains zero", async () => {
      const { initiative, evaluation } = await evaluate("Media mix copilot");
      const [benefit] = evaluation.benefits;
      expect(benefit?.maturePeriods).toBe(52);
      expect(benefit?.incrementalUnits?.interval?.low).toBeLessThan(0);
      expect(benefit?.incrementalUnits?.interval?.high).toBeGreaterThan(0);
      expect(["losing-money", "below", "watch"]).toContain(evaluation.verdict.status);
      expect(evaluation.toDate.at(-1)?.value).toBe(evaluation.figures.realisedValue.value);
      expect(initiative.sentence).toBe("Increase revenue per channel by 5 percent by 2018-11-18");
    });

    it("explains the return down to the lines of the file, and the tree gives the figure again", async () => {
      const { evaluation } = await evaluate("Media mix copilot");
      const figure = evaluation.figures.netRoi;
      const explained = await client.call("explainFigure", {
        query: { figureId: figure.figureId, until: valuedOn },
      });
      expect(explained.figure.value).toBe(figure.value);
      expect(evaluateExplanation(explained.tree)).toBe(figure.value);
      const leaves = leavesOf(explained.tree);
      const weeks = leaves.filter(
        ({ source }) => source?.kind === "measured" && source.importId !== null && source.fileDigest,
      );
      // 104 weeks before with numerator and denominator, 52 after with their denominator and once more their revenue.
      expect(weeks).toHaveLength(104 * 2 + 52 + 52);
      expect(weeks[0]?.source).toMatchObject({
        fileName: file().name,
        revision: 1,
        lineFirst: expect.any(Number),
      });
      expect(leaves.filter(({ source }) => source?.kind === "assumption").length).toBeGreaterThanOrEqual(3);
    });

    it("does not judge a return on ad spend whose spend fell out of range", async () => {
      const { seriesId, kpiKey } = await seriesOf("return-on-ad-spend");
      await stateInitiative({ client, colleague }, { seriesId, kpiKey, name: "Bid copilot" });
      const { evaluation } = await evaluate("Bid copilot");
      expect(evaluation.verdict.headline).toBe("Not judged: volume left the baseline's range");
      expect(evaluation.verdict.status).toBe("not-judged");
      expect(evaluation.figures.netRoi.value).toBeNull();
      expect(evaluation.figures.netRoi.reason).toMatch(/fell by \d+%/);
    });

    it("shows both in the portfolio, whose headline is the judged one", async () => {
      const portfolio = await client.call("getPortfolio", { query: { until: valuedOn } });
      const judged = portfolio.rows.filter((row) => row.verdict.probabilities !== null);
      expect(portfolio.rows).toHaveLength(2);
      expect(judged).toHaveLength(1);
      expect(portfolio.figures.netRoi.value).toBe(judged[0]?.netRoi.value);
    });

    async function seriesOf(wanted: string) {
      const { rows } = await client.call("listSeries", { query: { kpiKey: wanted } });
      const [series] = rows;
      if (series === undefined) throw new Error(`there is no series of ${wanted}`);
      return series;
    }

    async function evaluate(wanted: string) {
      const { rows } = await client.call("listInitiatives", { query: {} });
      const initiative = rows.find((row) => row.name === wanted);
      if (initiative === undefined) throw new Error(`there is no initiative ${wanted}`);
      const { initiativeId } = initiative;
      const evaluation = await client.call("evaluateInitiative", {
        params: { initiativeId },
        query: { until: valuedOn },
      });
      return { initiative, evaluation };
    }
  });
}

function leavesOf(tree: Explanation): Explanation[] {
  return tree.inputs.length === 0 ? [tree] : tree.inputs.flatMap((input) => leavesOf(input));
}
