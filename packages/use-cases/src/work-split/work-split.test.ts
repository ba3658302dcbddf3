import { WorkSplitAnswer } from "@liftledger/contracts/work-split";
import { listAuditEntries } from "@liftledger/database/audit-entries";
import { LostUpdateError, NotFoundError } from "@liftledger/database/errors";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { createTeam } from "../teams/create-team.ts";
import { answerWorkSplit } from "./answer-work-split.ts";
import { closeWorkSplitRound } from "./close-work-split-round.ts";
import { listWorkSplitRounds } from "./list-work-split-rounds.ts";
import { openWorkSplitRound } from "./open-work-split-round.ts";

function person(ctx: Context, personId: string, teamIds: readonly string[] = []): Context {
  return { ...ctx, actor: { personId, name: personId, role: "viewer", teamIds } };
}

async function round(ctx: Context, week: string, answers: readonly [string, string][]) {
  const { roundId, version } = await openWorkSplitRound(ctx, { week });
  for (const [place, [mechanicalHours, strategicHours]] of answers.entries())
    await answerWorkSplit(person(ctx, `person-${place}`), { roundId, mechanicalHours, strategicHours });
  return closeWorkSplitRound(ctx, { roundId, version });
}

describeOnEveryDatabase("the survey of how work is split", (open) => {
  it("pools the hours before it divides, round over round", async () => {
    const ctx = await openLedger(open);
    // 30 of 40, 5 of 10 and 10.5 of 50 are 45.5 of 100 together; the mean of the shares would be 0.487.
    const first = await round(ctx, "2026-W20", [
      ["30", "10"],
      ["5", "5"],
      ["10.5", "39.5"],
    ]);
    expect(first.result).toEqual({
      kind: "split",
      mechanicalHours: "45.5",
      strategicHours: "54.5",
      mechanicalShare: "0.455",
      againstPublished: "under",
      changeSince: null,
    });
    await round(ctx, "2026-W22", [["40", "0"]]);
    const third = await round(ctx, "2026-W24", [
      ["20", "10"],
      ["20", "10"],
      ["20", "10"],
    ]);
    // 0.6667 against 0.455: the round between is not shown, so nothing is held against it.
    expect(third.result).toMatchObject({ againstPublished: "within", changeSince: "0.2117" });
    const { rows } = await listWorkSplitRounds(ctx, { limit: 9 });
    expect(rows.map(({ week, answers, result }) => [week, answers, result.kind])).toEqual([
      ["2026-W24", 3, "split"],
      ["2026-W22", 1, "too-few"],
      ["2026-W20", 3, "split"],
    ]);
  });

  it("shows no sum while it is open, nor of fewer than three, and tells the chain no hours", async () => {
    const ctx = await openLedger(open);
    const { roundId } = await openWorkSplitRound(ctx, { week: "2026-W22" });
    const hours = { mechanicalHours: "31.25", strategicHours: "8.75" };
    const own = person(ctx, "ada");
    expect(await answerWorkSplit(own, { roundId, ...hours })).toEqual({ roundId, answers: 1 });
    const [shown] = (await listWorkSplitRounds(own, { limit: 1 })).rows;
    expect(shown).toMatchObject({ answers: 1, hasAnswered: true, mayAnswer: false });
    expect(shown?.result.kind).toBe("open");
    await closeWorkSplitRound(ctx, { roundId, version: 1 });
    const after = await listWorkSplitRounds(ctx, { limit: 1 });
    expect(JSON.stringify(after)).not.toContain("31.25");
    const chain = await listAuditEntries(ctx.db.read, ctx.organisationId, { limit: 50 });
    expect(JSON.stringify(chain)).not.toContain("31.25");
    expect(JSON.stringify(chain)).toContain("answerWorkSplit");
  });

  it("takes one answer of each who is asked, until it is closed", async () => {
    const ctx = await openLedger(open);
    const { teamId } = await createTeam(ctx, { name: "Growth" });
    const { roundId, team } = await openWorkSplitRound(ctx, { week: "2026-W22", team: "Growth" });
    expect(team).toBe("Growth");
    const answer = { roundId, mechanicalHours: "20", strategicHours: "20" };
    await expect(answerWorkSplit(person(ctx, "bob"), answer)).rejects.toMatchObject({ kind: "forbidden" });
    const guest = { ...person(ctx, "guest", [teamId]), homeOrganisationId: null };
    await expect(answerWorkSplit(guest, answer)).rejects.toMatchObject({ kind: "forbidden" });
    await answerWorkSplit(person(ctx, "ada", [teamId]), answer);
    await expect(answerWorkSplit(person(ctx, "ada", [teamId]), answer)).rejects.toMatchObject({
      kind: "conflict",
    });
    await closeWorkSplitRound(ctx, { roundId, version: 1 });
    await expect(closeWorkSplitRound(ctx, { roundId, version: 1 })).rejects.toThrow(LostUpdateError);
    await expect(answerWorkSplit(person(ctx, "eve", [teamId]), answer)).rejects.toMatchObject({
      kind: "conflict",
    });
    await expect(answerWorkSplit(ctx, { ...answer, roundId: "none" })).rejects.toThrow(NotFoundError);
  });

  it("loses no answer of two at once", async () => {
    const ctx = await openLedger(open);
    const { roundId } = await openWorkSplitRound(ctx, { week: "2026-W22" });
    const people = Array.from({ length: 6 }, (_, place) => person(ctx, `person-${place}`));
    const answer = { roundId, mechanicalHours: "10", strategicHours: "5" };
    await Promise.all(people.map((one) => answerWorkSplit(one, answer)));
    const closed = await closeWorkSplitRound(ctx, { roundId, version: 1 });
    expect(closed).toMatchObject({ answers: 6, result: { mechanicalHours: "60", strategicHours: "30" } });
  });

  it("asks about weeks that have begun, of teams that are there, for hours that a week has", async () => {
    const ctx = await openLedger(open);
    await expect(openWorkSplitRound(ctx, { week: "2026-W27" })).rejects.toMatchObject({
      details: [{ field: "week", seen: "2026-W27" }],
    });
    await expect(openWorkSplitRound(ctx, { week: "2025-W53" })).rejects.toMatchObject({
      details: [{ field: "week", seen: "2025-W53" }],
    });
    await expect(openWorkSplitRound(ctx, { week: "2026-W26", team: "Nobody" })).rejects.toMatchObject({
      details: [{ field: "team", seen: "Nobody" }],
    });
    const takes = (mechanicalHours: string, strategicHours: string) =>
      WorkSplitAnswer.safeParse({ mechanicalHours, strategicHours }).success;
    expect([takes("0", "40"), takes("100", "68"), takes("37.25", "0")]).toEqual([true, true, true]);
    expect([
      takes("0", "0"),
      takes("100", "68.5"),
      takes("-1", "2"),
      takes("1.234", "2"),
      takes("101", "0"),
    ]).toEqual(Array(5).fill(false));
  });
});
