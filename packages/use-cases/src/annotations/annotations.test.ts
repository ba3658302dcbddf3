import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { addBenefit } from "../benefits/add-benefit.ts";
import { makeInitiative, makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { addAnnotation } from "./add-annotation.ts";
import { changeAnnotation } from "./change-annotation.ts";
import { listAnnotations } from "./list-annotations.ts";
import { retractAnnotation } from "./retract-annotation.ts";

describeOnEveryDatabase("annotations", (open) => {
  it("stand on an initiative or a series, are written anew and taken back, and page by day", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const seriesId = await makeSeriesWithHistory(ctx, 0);
    await addBenefit(ctx, { initiativeId, seriesId, assumptions: {} });
    const day = "2026-05-04";
    const first = await addAnnotation(ctx, { initiativeId, from: day, text: "All visitors see it" });
    const sale = { seriesId, from: day, until: "2026-05-10", text: "Spring sale" };
    const { annotationId } = await addAnnotation(ctx, sale);
    await addAnnotation(ctx, {
      seriesId: await makeSeriesWithHistory(ctx, 0, "Elsewhere"),
      from: day,
      text: "Other",
    });
    expect(first).toMatchObject({
      seriesId: null,
      until: null,
      version: 1,
      createdBy: "Local administrator",
    });

    const listed = async (query: { initiativeId?: string; seriesId?: string }) =>
      (await listAnnotations(ctx, { limit: 5, ...query })).rows.map(({ text }) => text);
    expect(await listed({ initiativeId })).toEqual(["Spring sale", "All visitors see it"]);
    expect(await listed({ seriesId })).toEqual(["Spring sale"]);
    expect(await listed({})).toEqual(["Other", "Spring sale", "All visitors see it"]);
    const page = await listAnnotations(ctx, { limit: 1, initiativeId });
    const rest = await listAnnotations(ctx, { limit: 1, initiativeId, cursor: page.nextCursor ?? "" });
    expect([page, rest].map(({ rows }) => rows[0]?.text)).toEqual(["Spring sale", "All visitors see it"]);
    expect(rest.nextCursor).toBeNull();

    const anew = { annotationId, version: 1, from: "2026-05-05", text: "Spring sale, a day late" };
    expect(await changeAnnotation(ctx, anew)).toMatchObject({ version: 2, until: null, seriesId });
    await expect(changeAnnotation(ctx, anew)).rejects.toThrow(LostUpdateError);
    await retractAnnotation(ctx, { annotationId });
    expect(await listed({ initiativeId })).toEqual(["All visitors see it"]);
    await expect(retractAnnotation(ctx, { annotationId })).rejects.toThrow(NotFoundError);
    await expect(addAnnotation(ctx, { initiativeId: "nobody", from: day, text: "?" })).rejects.toThrow(
      NotFoundError,
    );
  });
});
