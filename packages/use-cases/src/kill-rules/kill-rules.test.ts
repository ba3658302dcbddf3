import { LostUpdateError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { changeInitiative } from "../initiatives/change-initiative.ts";
import { getInitiative } from "../initiatives/get-initiative.ts";
import { declareKillRule } from "./declare-kill-rule.ts";
import { listKillRules } from "./list-kill-rules.ts";
import { withdrawKillRule } from "./withdraw-kill-rule.ts";
import { makeInitiativeAtGate } from "../testing/example-gate.ts";
import { join } from "../testing/join.ts";
import { at, openLedger, secondAfter } from "../testing/open-ledger.ts";

describeOnEveryDatabase("a kill rule", (open) => {
  it("is declared before its phase, stands by its figures there, and is withdrawn with a reason", async () => {
    const ledger = await openLedger(open);
    const grace = await join(ledger, "Grace", "finance");
    const { initiativeId, killRuleId } = await makeInitiativeAtGate(ledger, grace);
    const now = at(ledger, secondAfter(ledger));
    const rule = { measure: "net-roi", when: "under", limit: "0.30", afterMonths: 0 } as const;
    await expect(declareKillRule(now, { initiativeId, phase: "pilots", ...rule })).rejects.toMatchObject({
      kind: "invalid-request",
      details: [{ field: "phase", seen: "pilots" }],
    });
    const spend = await declareKillRule(now, {
      initiativeId,
      phase: "scale",
      measure: "spend",
      when: "above",
      limit: "799.99",
      afterMonths: 0,
    });
    expect(spend).toMatchObject({
      result: "other-phase",
      text: "For Scale, which has not begun: what was spent above €799.99.",
    });
    const { version } = await getInitiative(now, { initiativeId });
    const phase = { phase: "scale", enteredOn: ledger.today, withoutGate: "As it was" } as const;
    await changeInitiative(now, { initiativeId, version, phase });
    const later = at(now, secondAfter(now));
    const { rows } = await listKillRules(later, { limit: 5 });
    expect(rows.map(({ result }) => result)).toEqual(["not-due", "met"]);
    expect(rows[1]?.text).toBe(
      "Met: what was spent above €799.99 (it is €800.00), declared on 2026-06-24 by Local administrator. Stop it, or say at the gate why not.",
    );
    expect((await listKillRules(later, { limit: 5, result: "met" })).rows).toHaveLength(1);
    const withdrawn = await withdrawKillRule(later, { killRuleId, version: 1, reason: "Doubled by spend" });
    expect(withdrawn).toMatchObject({ result: "over", text: "Withdrawn: Doubled by spend", version: 2 });
    await expect(withdrawKillRule(later, { killRuleId, version: 2, reason: "Again" })).rejects.toMatchObject({
      kind: "conflict",
    });
    await expect(
      withdrawKillRule(later, { killRuleId: spend.killRuleId, version: 7, reason: "Again" }),
    ).rejects.toThrow(LostUpdateError);
  });
});
