import { LostUpdateError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { makeInitiative } from "../testing/example-initiative.ts";
import { join } from "../testing/join.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";
import { getGate } from "./get-gate.ts";
import { getGateRules } from "./get-gate-rules.ts";
import { listGateRules } from "./list-gate-rules.ts";
import { setGateRules } from "./set-gate-rules.ts";

describeOnEveryDatabase("the rules of the gates", (open) => {
  const owner = { criterion: "owner", least: null };
  const gatesOf = (scale: { criterion: string; least: string | null }[]) => ({
    pilots: [owner],
    scale,
    transform: [owner],
  });

  it("are the default set until somebody sets others, in versions, approved by somebody else", async () => {
    const ledger = await openLedger(open);
    const grace = await join(ledger, "Grace", "finance");
    const ada = await join(ledger, "Ada", "contributor");
    expect(await getGateRules(ada)).toMatchObject({ version: 0, source: null, approvedBy: null });
    const rules = { source: "Board paper", approvedBy: "Finn" };
    const wanted = { ...rules, version: 0, gates: gatesOf([owner, { criterion: "months", least: null }]) };
    await expect(setGateRules(ada, wanted)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(setGateRules(grace, { ...wanted, approvedBy: "Grace" })).rejects.toMatchObject({
      kind: "own-approval",
      details: [{ field: "approvedBy" }],
    });
    const bad = gatesOf([
      owner,
      { criterion: "luck", least: null },
      { criterion: "evidence-grade", least: "E" },
    ]);
    await expect(setGateRules(grace, { ...wanted, gates: { ...bad, pilots: [] } })).rejects.toMatchObject({
      kind: "invalid-request",
      details: [
        { field: "gates.pilots", message: "The gate into Pilots: The gate asks nothing." },
        { field: "gates.scale.1", seen: "luck" },
        { field: "gates.scale.2", seen: "evidence-grade: E" },
      ],
    });
    expect(await setGateRules(grace, wanted)).toMatchObject({ version: 1, approvedBy: "Finn" });
    await expect(setGateRules(grace, wanted)).rejects.toThrow(LostUpdateError);
    const { initiativeId } = await makeInitiative(grace);
    const now = at(ada, secondAfter(ledger));
    const { pack } = await getGate(now, { initiativeId });
    expect(pack.rulesVersion).toBe(1);
    expect(pack.criteria.map(({ criterion }) => criterion)).toEqual(["owner", "months"]);
    await setGateRules(grace, { ...wanted, version: 1, gates: gatesOf([owner]) });
    const { rows } = await listGateRules(now, { limit: 5 });
    expect(rows.map(({ version }) => version)).toEqual([2, 1]);
  });
});
