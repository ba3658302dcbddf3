import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { draftBaseline } from "../baselines/draft-baseline.ts";
import { freezeBaseline } from "../baselines/freeze-baseline.ts";
import { addBenefit } from "../benefits/add-benefit.ts";
import { createBenchmarkSet } from "../benchmarks/create-benchmark-set.ts";
import type { Context } from "../context.ts";
import { createServiceKey } from "../service-keys/create-service-key.ts";
import { makeInitiative, makeSeriesWithHistory } from "../testing/example-initiative.ts";
import { join } from "../testing/join.ts";
import { openLedger } from "../testing/open-ledger.ts";

const interventionStart = "2026-W15";
const refused = (detail: string) => ({ kind: "own-approval", message: detail });

async function draftOf(ctx: Context) {
  const seriesId = await makeSeriesWithHistory(ctx, 3);
  return draftBaseline(ctx, { seriesId, interventionStart });
}

describeOnEveryDatabase("refuseOwnApproval", (open) => {
  it("names the author and everybody else who may, and lets one of them", async () => {
    const ledger = await openLedger(open);
    const ada = await join(ledger, "Ada", "admin");
    const grace = await join(ledger, "Grace", "finance");
    await join(ledger, "Finn", "finance");
    await join(ledger, "Vic", "contributor");
    const draft = await draftOf(ada);
    expect(draft).toMatchObject({ draftedBy: "Ada", approvers: ["Finn", "Grace"] });
    await expect(freezeBaseline(ada, draft)).rejects.toMatchObject(
      refused("Who drafts a baseline does not freeze it: Ada drafted this one. Finn or Grace may."),
    );
    const frozen = await freezeBaseline(grace, draft);
    expect(frozen).toMatchObject({ status: "frozen", frozenBy: "Grace", approvers: [] });
  });

  it("says whom to ask for where nobody else may", async () => {
    const ada = await join(await openLedger(open), "Ada", "admin");
    const draft = await draftOf(ada);
    expect(draft.approvers).toEqual([]);
    await expect(freezeBaseline(ada, draft)).rejects.toThrow(
      "Nobody else here may approve yet: an admin can invite a person with the role finance.",
    );
  });

  it("counts what a service key drafted as drafted by whoever made the key", async () => {
    const ledger = await openLedger(open);
    const ada = await join(ledger, "Ada", "admin");
    const grace = await join(ledger, "Grace", "finance");
    const wanted = { name: "Pipeline", scopes: ["plan" as const], teamIds: null, days: 9 };
    const { serviceKey } = await createServiceKey(ada, wanted);
    const { keyId } = serviceKey;
    const draft = await draftOf({ ...ada, actor: { ...ada.actor, personId: keyId, name: "Pipeline" } });
    expect(draft.approvers).toEqual(["Grace"]);
    await expect(freezeBaseline(ada, draft)).rejects.toMatchObject({ kind: "own-approval" });
    expect(await freezeBaseline(grace, draft)).toMatchObject({ frozenBy: "Grace" });
  });

  it("holds for benchmarks and for what a benefit is worth, where somebody names themselves", async () => {
    const ledger = await openLedger(open);
    const ada = await join(ledger, "Ada", "admin");
    await join(ledger, "Grace", "finance");
    const set = {
      name: "Board",
      source: "paper",
      caveat: "",
      basis: "net",
      span: "cumulative",
      bands: { pilots: { floor: "0.2", ceiling: null }, scale: null, transform: null },
      validFrom: "2026-04-01",
    } as const;
    const own = createBenchmarkSet(ada, { ...set, approvedBy: "Ada" });
    await expect(own).rejects.toMatchObject({
      ...refused(
        "Who enters benchmarks does not approve them: Ada enters these. Name somebody else. Grace may.",
      ),
      details: [{ field: "approvedBy", seen: "Ada" }],
    });
    const { initiativeId } = await makeInitiative(ada);
    const seriesId = await makeSeriesWithHistory(ada, 3);
    const worth = (approvedBy: string) =>
      addBenefit(ada, { initiativeId, seriesId, assumptions: { unitValue: "50", approvedBy } });
    await expect(worth("Ada")).rejects.toMatchObject({
      kind: "own-approval",
      details: [{ field: "assumptions.approvedBy", seen: "Ada" }],
    });
    expect(await worth("Grace")).toMatchObject({ assumptions: { approvedBy: "Grace" } });
  });
});
