import type { SentenceParts } from "@liftledger/contracts/evaluation";
import { seriesFigureId } from "@liftledger/contracts/series-figure-id";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { evaluateExplanation } from "@liftledger/roi/explanation";
import { percentText } from "@liftledger/roi/percent-text";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { addCostLines } from "../cost-lines/add-cost-lines.ts";
import { retractSnapshots } from "../snapshots/retract-snapshots.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { evaluateInitiative } from "./evaluate-initiative.ts";
import { explainFigure } from "./explain-figure.ts";
import { getBoard } from "./get-board.ts";
import { getPortfolio } from "./get-portfolio.ts";

type Tree = Parameters<typeof evaluateExplanation>[0];

/** The numbers of a sentence that open, each with the figure behind it and what comes of its leaves. */
function opened(ctx: Context, parts: SentenceParts) {
  const numbers = parts.filter(({ figureId }) => figureId !== null);
  return Promise.all(
    numbers.map(async ({ text, figureId }) => {
      const { figure, tree } = await explainFigure(ctx, { figureId: figureId ?? "" });
      return { text, figure, again: evaluateExplanation(tree as Tree) };
    }),
  );
}

const textOf = (parts: SentenceParts) => parts.map(({ text }) => text).join("");

describeOnEveryDatabase("the sentences of the engine", (open) => {
  it("say the same in pieces as in one, and each number that is a figure opens it", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeValuedInitiative(ctx);
    const other = await makeInitiative(ctx, "Chat");
    const amount = {
      month: "2026-05",
      amount: "1200",
      currency: "EUR",
      kind: "actual",
      source: "ledger",
    } as const;
    await addCostLines(ctx, {
      initiativeId: other.initiativeId,
      costLines: [{ category: "licences", ...amount }],
    });
    const portfolio = await getPortfolio(ctx, {});
    expect(textOf(portfolio.headlineParts)).toBe(portfolio.headline);
    expect(textOf(portfolio.sublineParts)).toBe(portfolio.subline);
    expect(await getBoard(ctx, {})).toMatchObject({
      headlineParts: portfolio.headlineParts,
      sublineParts: portfolio.sublineParts,
    });
    const [roi] = await opened(ctx, portfolio.headlineParts);
    expect(roi?.text).toBe(percentText(Number(roi?.figure.value)));
    const below = await opened(ctx, portfolio.sublineParts);
    expect(below.map(({ figure }) => figure.figureId)).toEqual([
      "portfolio/net-roi",
      "portfolio/net-roi",
      "portfolio/realised-value",
      "portfolio/cost",
      "portfolio/judged",
      "portfolio/initiatives",
      "portfolio/cost-of-others",
      "portfolio/net-roi-of-all",
    ]);
    expect(below.slice(4, 6).map(({ text, again }) => [text, again])).toEqual([
      ["1", "1"],
      ["2", "2"],
    ]);
    expect(below[4]?.text).toBe(String(portfolio.counts.judged));
    expect(below[6]).toMatchObject({ text: "€1.20k", figure: { value: "1200" } });

    const evaluation = await evaluateInitiative(ctx, { initiativeId });
    expect(textOf(evaluation.headlineParts)).toBe(evaluation.headline);
    const [own, ...ofBand] = await opened(ctx, evaluation.headlineParts);
    expect(own?.figure.figureId).toBe(`initiative/${initiativeId}/net-roi`);
    expect(ofBand.map(({ text, figure }) => [text, figure.value])).toEqual([
      ["30", "0.3"],
      ["70%", "0.7"],
    ]);
    expect(textOf(evaluation.reasonParts)).toBe(evaluation.verdict.reason);
    const [edge] = await opened(ctx, evaluation.reasonParts);
    expect(edge?.figure).toMatchObject({ figureId: "benchmark/published/pilots-roi/ceiling", value: "0.7" });
    expect(portfolio.decisionReasons.map(textOf)).toEqual(
      portfolio.needsDecision.map(
        (id) => portfolio.rows.find((row) => row.initiativeId === id)?.verdict.reason,
      ),
    );
    const [benefit] = evaluation.benefits;
    expect(textOf(benefit?.findingsParts ?? [])).toBe(benefit?.findings);
    const found = await opened(ctx, benefit?.findingsParts ?? []);
    expect(found.map(({ figure }) => figure.figureId.replace(/.*\//, ""))).toEqual([
      "difference",
      "chance-of-gain",
    ]);
    // "… points": the figure is the share that the page shows as points.
    expect(Number.parseFloat(found[0]?.text ?? "")).toBeCloseTo(Number(found[0]?.figure.value) * 100, 1);
    expect(benefit?.figures.difference).toEqual(found[0]?.figure);
    for (const { figure, again } of [roi, own, ...below, ...found].filter((one) => one !== undefined))
      expect(again).toBe(figure.value);
  });
});

describeOnEveryDatabase("the figure of several periods of a series", (open) => {
  it("is all that was counted over all it was counted of, down to the revisions, of periods that count", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeValuedInitiative(ctx);
    // Week 25 ended three days ago and is still filling up; weeks 24 and 23 had 30 of 400 each.
    const figureId = seriesFigureId({ seriesId, from: "2026-W23", to: "2026-W25" });
    const { figure, tree } = await explainFigure(ctx, { figureId });
    expect(figure).toMatchObject({ figureId, value: "0.075", unit: "ratio", until: "2026-06-24" });
    expect(evaluateExplanation(tree as Tree)).toBe("0.075");
    expect(tree.inputs.map(({ value, inputs }) => [value, inputs.length])).toEqual([
      ["60", 2],
      ["800", 2],
    ]);
    expect(JSON.stringify(tree)).toContain('"text":"shop system, revision 1"');
  });

  it("is as it was known, and none where nothing counts or the series is not there", async () => {
    const ctx = await openLedger(open);
    const { seriesId } = await makeValuedInitiative(ctx);
    const figureId = seriesFigureId({ seriesId, from: "2026-W23", to: "2026-W24" });
    const later = at(ctx, "2026-06-25T12:00:00.000Z");
    await retractSnapshots(later, {
      snapshots: [{ seriesId, period: "2026-W24", revision: 1 }],
      restore: false,
      reason: "counted twice",
    });
    const volume = async (request: { asOf?: string }) =>
      (await explainFigure(at(ctx, "2026-06-26T12:00:00.000Z"), { figureId, ...request })).tree.inputs[1]
        ?.value;
    expect(await volume({})).toBe("400");
    expect(await volume({ asOf: secondAfter(ctx) })).toBe("800");
    for (const id of [
      seriesFigureId({ seriesId, from: "2026-W25", to: "2026-W25" }),
      seriesFigureId({ seriesId: "nobody", from: "2026-W23", to: "2026-W24" }),
      `series/${seriesId}/2026-W23`,
    ])
      await expect(explainFigure(ctx, { figureId: id })).rejects.toMatchObject({ kind: "not-found" });
  });
});
