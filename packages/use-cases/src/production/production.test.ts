import { SetProductionFacts } from "@liftledger/contracts/production-facts";
import { examples } from "@liftledger/contracts/examples";
import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { getFindings } from "../findings/get-findings.ts";
import { getReadiness } from "../readiness/get-readiness.ts";
import { makeInitiative } from "../testing/example-initiative.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { makeValuedInitiative } from "../testing/valued-initiative.ts";
import { getProductionFacts } from "./get-production-facts.ts";
import { listProductionFactVersions } from "./list-production-fact-versions.ts";
import { setProductionFacts } from "./set-production-facts.ts";

const facts = SetProductionFacts.parse(examples.setProductionFacts.body);

describeOnEveryDatabase("what lets an initiative run in production", (open) => {
  it("is recorded version by version, each from the one before, and known as it was known", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    expect(await getProductionFacts(ctx, { initiativeId })).toMatchObject({
      version: 0,
      handOverOwner: null,
      reopened: null,
      recordedAt: null,
    });
    const first = await setProductionFacts(ctx, { initiativeId, ...facts });
    const standing = { where: "Handbook, chapter 4", owner: "Tom Reed", reopenedOn: null };
    expect(first).toMatchObject({ ...facts, version: 1, recordedBy: "Local administrator" });
    expect(first.dataAccessRule).toEqual(standing);
    const later = at(ctx, secondAfter(ctx));
    const second = { initiativeId, ...facts, version: 1, handOverOwner: "Ada Moss" };
    await setProductionFacts(later, second);
    await expect(setProductionFacts(later, second)).rejects.toThrow(LostUpdateError);
    const now = at(later, secondAfter(later));
    expect((await getProductionFacts(now, { initiativeId })).handOverOwner).toBe("Ada Moss");
    const asOf = first.recordedAt ?? "";
    expect((await getProductionFacts(now, { initiativeId, asOf })).handOverOwner).toBe("Tom Reed");
    const page = await listProductionFactVersions(now, { initiativeId, limit: 1 });
    const rest = await listProductionFactVersions(now, {
      initiativeId,
      limit: 5,
      cursor: page.nextCursor ?? "",
    });
    expect([...page.rows, ...rest.rows].map(({ version }) => version)).toEqual([2, 1]);
    await expect(setProductionFacts(now, { ...second, initiativeId: "none" })).rejects.toThrow(NotFoundError);
    const { questions } = await getReadiness(now, { initiativeId });
    expect(questions.find(({ question }) => question === "owner")?.proposed).toMatchObject({ score: 5 });
  });

  it.each<[object, boolean]>([
    [{ securityReview: { kind: "opened", openedOn: "2026-03-09", closedOn: "2026-03-09" } }, true],
    [{ securityReview: { kind: "opened", openedOn: "2026-03-09", closedOn: "2026-03-08" } }, false],
    [{ trained: { done: 12, of: 12 } }, true],
    [{ trained: { done: 13, of: 12 } }, false],
    [{ workarounds: [] }, false],
  ])("takes %j: %s", (differences, isTaken) => {
    expect(SetProductionFacts.safeParse({ ...facts, ...differences }).success).toBe(isTaken);
  });
});

describeOnEveryDatabase("findings", (open) => {
  it("come from what is logged, with their source, and say what is not known", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeValuedInitiative(ctx);
    const until = "2026-09-30";
    const made = at(ctx, secondAfter(ctx));
    const keys = async (now = made) =>
      (await getFindings(now, { initiativeId, until })).findings.flatMap(({ mode, signals }) =>
        signals.map(({ key }) => `${mode} ${key}`),
      );
    const before = await getFindings(made, { initiativeId, until });
    expect(before.notKnown).toContain("Whether a security review is open is not recorded.");
    // Logged until 21 June: by the end of September a dozen weeks in a row are missing. Two months have a cost.
    // Nobody logs any more.
    expect(await keys()).toEqual([
      "chasm hand-over-owner",
      "data-foundation completeness",
      "data-foundation break",
      "culture-and-skills contributors",
    ]);
    const review = { kind: "opened" as const, openedOn: "2026-05-04", closedOn: null };
    await setProductionFacts(made, { initiativeId, ...facts, securityReview: review });
    const now = at(made, secondAfter(made));
    expect(await keys(now)).toEqual([
      "data-foundation completeness",
      "data-foundation break",
      "security-review review-late",
      "culture-and-skills contributors",
    ]);
    const [, late] = (await getFindings(now, { initiativeId, until })).findings;
    expect(late).toMatchObject({
      name: "Security review",
      signals: [{ value: null, source: { kind: "published", publisher: "Writer" } }],
      helps: [{ step: "governance" }],
    });
  });
});
