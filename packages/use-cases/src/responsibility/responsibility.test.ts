import { examples } from "@liftledger/contracts/examples";
import { SetResponsibility } from "@liftledger/contracts/responsibility";
import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import { findResponsibility } from "@liftledger/database/responsibilities";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { makeInitiative } from "../testing/example-initiative.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { getResponsibility } from "./get-responsibility.ts";
import { listResponsibilityVersions } from "./list-responsibility-versions.ts";
import { setResponsibility } from "./set-responsibility.ts";

const facts = SetResponsibility.parse(examples.setResponsibility.body);

describeOnEveryDatabase("responsibility", (open) => {
  it("is recorded version by version, known as it was known, and keeps people by id alone", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const before = await getResponsibility(ctx, { initiativeId });
    expect(before).toMatchObject({ version: 0, squad: [], unapproved: null, recordedAt: null });
    expect(before.notice).toContain("Not legal advice");
    expect(before.duties.map(({ mayApply }) => mayApply)).toEqual(Array(4).fill("not-known"));

    const first = await setResponsibility(ctx, { initiativeId, ...facts });
    expect(first).toMatchObject({ ...facts, version: 1, recordedBy: "Local administrator" });
    // On 24 June 2026 Article 4 applies already, Article 50 does not yet; the example is a deployer that makes no content.
    expect(first.duties.map(({ key, mayApply, isInForce }) => [key, mayApply, isInForce])).toEqual([
      ["article-4", "yes", true],
      ["article-50-1", "no", false],
      ["article-50-2", "no", false],
      ["article-50-4", "no", false],
    ]);
    const kept = await findResponsibility(ctx.db.read, ctx.organisationId, initiativeId);
    expect(kept?.facts).not.toContain("Tom Reed");

    const later = at(ctx, secondAfter(ctx));
    const second = { initiativeId, ...facts, version: 1, aiActRole: "both" as const, unapproved: [] };
    await setResponsibility(later, second);
    await expect(setResponsibility(later, second)).rejects.toThrow(LostUpdateError);
    const now = at(later, secondAfter(later));
    expect(await getResponsibility(now, { initiativeId })).toMatchObject({
      aiActRole: "both",
      unapproved: [],
    });
    const asOf = first.recordedAt ?? "";
    expect((await getResponsibility(now, { initiativeId, asOf })).aiActRole).toBe("deployer");
    const { rows } = await listResponsibilityVersions(now, { initiativeId, limit: 5 });
    expect(rows.map(({ version, squad }) => [version, squad[1]?.who])).toEqual([
      [2, "Tom Reed"],
      [1, "Tom Reed"],
    ]);
    await expect(setResponsibility(now, { ...second, initiativeId: "none" })).rejects.toThrow(NotFoundError);
  });

  it("takes no audit and no judgement of a day that is still to come", async () => {
    const ctx = await openLedger(open);
    const { initiativeId } = await makeInitiative(ctx);
    const lastBiasAudit = { on: "2026-06-25", by: "Ada", result: "None" };
    await expect(setResponsibility(ctx, { initiativeId, ...facts, lastBiasAudit })).rejects.toMatchObject({
      details: [{ field: "lastBiasAudit.on", seen: "2026-06-25" }],
    });
    const today = { ...lastBiasAudit, on: ctx.today };
    const taken = await setResponsibility(ctx, { initiativeId, ...facts, lastBiasAudit: today });
    expect(taken.lastBiasAudit).toEqual(today);
  });
});
