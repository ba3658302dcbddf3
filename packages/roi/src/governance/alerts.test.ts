import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  advanceAlerts,
  observe,
  type AlertNotice,
  type KeptAlert,
  type Observation,
} from "./advance-alerts.ts";
import {
  alertRules,
  missingPeriodIn,
  type AlertFacts,
  type AlertKey,
  type AlertState,
} from "./alert-rules.ts";
import { isQuiet } from "./quiet-hours.ts";

describe("alertRules", () => {
  const see = <Key extends AlertKey>(key: Key, facts: AlertFacts[Key], today: string) =>
    alertRules[key].look(facts, today).state;
  const week = { series: "Leads", period: "2026-W05", dueOn: "2026-02-04", isLogged: false };
  const cost = { initiative: "Chat", month: "2026-01", isBooked: false };
  const lift = (chanceOfGain: number | null) => ({ initiative: "Chat", kpi: "Leads", chanceOfGain });
  const budget = (spent: number | null, planned: number | null) => ({ initiative: "Chat", spent, planned });
  const claims = (claimed: number | null) => ({ series: "Leads", period: "2026-W05", claimed });
  const gate = (dueOn: string | null) => ({ initiative: "Chat", dueOn });
  const task = { initiative: "Chat", task: "Map it", dueOn: "2026-02-04", doneOn: null };
  const waits = (waitingSince: string | null) => ({ businessCase: "Chat", waitingSince });

  it.each<[what: string, seen: AlertState, AlertState]>([
    ["a week on its due day", see("missing-week", week, "2026-02-04"), "off"],
    ["a week the day after", see("missing-week", week, "2026-02-05"), "on"],
    ["a week that is logged", see("missing-week", { ...week, isLogged: true }, "2026-02-05"), "off"],
    ["a cost ten days after the month", see("late-cost", cost, "2026-02-10"), "off"],
    ["a cost eleven days after it", see("late-cost", cost, "2026-02-11"), "on"],
    ["a cost within the month", see("late-cost", cost, "2026-01-15"), "off"],
    ["a cost that is booked", see("late-cost", { ...cost, isBooked: true }, "2026-03-01"), "off"],
    ["a lift likelier gone", see("lift-gone", lift(0.4999), "2026-02-01"), "on"],
    ["a lift at even chances", see("lift-gone", lift(0.5), "2026-02-01"), "as-it-was"],
    ["a lift not sure again", see("lift-gone", lift(0.8999), "2026-02-01"), "as-it-was"],
    ["a lift that is back", see("lift-gone", lift(0.9), "2026-02-01"), "off"],
    ["a lift not known", see("lift-gone", lift(null), "2026-02-01"), "as-it-was"],
    ["spend a tenth over", see("budget-overrun", budget(110, 100), "2026-02-01"), "off"],
    ["spend just over a tenth", see("budget-overrun", budget(110.01, 100), "2026-02-01"), "on"],
    ["spend not known", see("budget-overrun", budget(null, 100), "2026-02-01"), "as-it-was"],
    ["spend without a plan", see("budget-overrun", budget(1, 0), "2026-02-01"), "on"],
    ["no spend without a plan", see("budget-overrun", budget(0, 0), "2026-02-01"), "off"],
    ["all of a lift claimed", see("claim-conflict", claims(1), "2026-02-01"), "off"],
    ["more than all of it", see("claim-conflict", claims(1.01), "2026-02-01"), "on"],
    ["claims not known", see("claim-conflict", claims(null), "2026-02-01"), "as-it-was"],
    ["a gate in fifteen days", see("gate-due", gate("2026-02-16"), "2026-02-01"), "off"],
    ["a gate in fourteen", see("gate-due", gate("2026-02-15"), "2026-02-01"), "on"],
    ["a gate long due", see("gate-due", gate("2026-01-01"), "2026-02-01"), "on"],
    ["no gate", see("gate-due", gate(null), "2026-02-01"), "off"],
    ["a task on its due day", see("roadmap-late", task, "2026-02-04"), "off"],
    ["a task the day after", see("roadmap-late", task, "2026-02-05"), "on"],
    ["a task that is done", see("roadmap-late", { ...task, doneOn: "2026-02-09" }, "2026-02-10"), "off"],
    ["a case after a week", see("case-waiting", waits("2026-01-25"), "2026-02-01"), "off"],
    ["a case a day later", see("case-waiting", waits("2026-01-25"), "2026-02-02"), "on"],
    ["a case that nobody waits for", see("case-waiting", waits(null), "2026-02-02"), "off"],
    [
      "a baseline corrected",
      see("baseline-disturbed", { series: "Leads", corrected: 1 }, "2026-02-01"),
      "on",
    ],
    ["one that stands", see("baseline-disturbed", { series: "Leads", corrected: 0 }, "2026-02-01"), "off"],
    [
      "one not known",
      see("baseline-disturbed", { series: "Leads", corrected: null }, "2026-02-01"),
      "as-it-was",
    ],
  ])("%s is %s", (_, state, expected) => {
    expect(state).toBe(expected);
  });

  it("says of a missing week that it is missing, never zero", () => {
    expect(alertRules["missing-week"].look(week, "2026-02-09").text).toBe(
      "Leads: 2026-W05 has been overdue since 2026-02-04. It counts as missing, not as zero.",
    );
    expect(alertRules["late-cost"].look(cost, "2026-02-20").text).toContain("was due on 2026-02-10");
    for (const period of ["2026-W05", "2026-01"]) {
      const series = "Leads: 2025-W01 has been overdue since 2025-02-04. (Shop)";
      const said = (isLogged: boolean) =>
        alertRules["missing-week"].look({ ...week, series, period, isLogged }, "2026-02-09").text;
      expect(missingPeriodIn(said(false))).toBe(period);
      expect(missingPeriodIn(said(true))).toBeNull();
    }
    expect(alertRules["budget-overrun"].look(budget(125, 100), "2026-02-20").text).toContain(
      "25% over the plan",
    );
    expect(alertRules["budget-overrun"].look(budget(50, 100), "2026-02-20").text).toContain(
      "50% under the plan",
    );
    const told = (spent: number) => alertRules["budget-overrun"].look(budget(spent, 100), "2026-02-20").text;
    expect(told(100)).toContain("spend to date is as planned.");
    expect(told(100.04)).toContain("spend to date is 0.04% over the plan.");
  });
});

const seenAs = (state: AlertState, text = "Overdue."): Observation => ({
  rule: "missing-week",
  subject: "s1",
  state,
  text,
  mark: "",
});
/** Plays looks at one thing, each "on" or "off", with a * in quiet hours; gives the notices of each. */
function play(...looks: string[]): (AlertNotice["kind"] | "")[] {
  let kept: KeptAlert[] = [];
  return looks.map((look, place) => {
    const state = look.replace("*", "") as AlertState;
    const now = { at: `2026-01-05T${String(place).padStart(2, "0")}:00:00.000Z`, quiet: look.includes("*") };
    const step = advanceAlerts(kept, [seenAs(state)], now);
    kept = step.kept;
    return step.notices[0]?.kind ?? "";
  });
}

describe("advanceAlerts", () => {
  it.each<[string[], (AlertNotice["kind"] | "")[]]>([
    [
      ["off", "on", "on", "on", "off", "off"],
      ["", "raised", "", "", "recovered", ""],
    ],
    [
      ["on", "off", "on", "off"],
      ["raised", "recovered", "raised", "recovered"],
    ],
    [
      ["on*", "on*", "on"],
      ["", "", "raised"],
    ],
    [
      ["on*", "off*", "off"],
      ["", "", ""],
    ],
    [
      ["on*", "off", "on"],
      ["", "", "raised"],
    ],
    [
      ["on", "off*", "off"],
      ["raised", "", "recovered"],
    ],
    [
      ["on", "off*", "on*", "on"],
      ["raised", "", "", ""],
    ],
    [
      ["on", "off*", "on", "off"],
      ["raised", "", "", "recovered"],
    ],
    [
      ["on", "as-it-was", "off"],
      ["raised", "", "recovered"],
    ],
    [
      ["as-it-was", "on"],
      ["", "raised"],
    ],
    [
      ["on*", "as-it-was"],
      ["", "raised"],
    ],
    [
      ["on", "off*", "as-it-was"],
      ["raised", "", "recovered"],
    ],
  ])("plays %j as %j", (looks, expected) => {
    expect(play(...looks)).toEqual(expected);
  });

  it("says since when, with the words of the last look, and ends with those of the end", () => {
    const first = advanceAlerts([], [seenAs("on", "1 week overdue.")], {
      at: "2026-01-05T22:00:00.000Z",
      quiet: true,
    });
    const second = advanceAlerts(first.kept, [seenAs("on", "2 weeks overdue.")], {
      at: "2026-01-06T08:00:00.000Z",
      quiet: false,
    });
    expect(second.notices).toEqual([
      {
        kind: "raised",
        rule: "missing-week",
        name: "Missing week",
        subject: "s1",
        text: "2 weeks overdue.",
        since: "2026-01-05T22:00:00.000Z",
      },
    ]);
    const third = advanceAlerts(second.kept, [seenAs("off", "Logged.")], {
      at: "2026-01-07T08:00:00.000Z",
      quiet: false,
    });
    expect(third).toMatchObject({
      kept: [],
      notices: [{ kind: "recovered", text: "Logged.", since: "2026-01-05T22:00:00.000Z" }],
    });
  });

  it("keeps what is not looked at, and things and rules apart", () => {
    const now = { at: "2026-01-05T08:00:00.000Z", quiet: false };
    const { kept } = advanceAlerts([], [seenAs("on"), { ...seenAs("on"), subject: "s2" }], now);
    const after = advanceAlerts(kept, [{ ...seenAs("off"), subject: "s2" }], now);
    expect(after.kept.map(({ subject }) => subject)).toEqual(["s1"]);
    expect(after.notices.map(({ kind, subject }) => [kind, subject])).toEqual([["recovered", "s2"]]);
    expect(advanceAlerts(kept, [], now)).toEqual({ kept, notices: [] });
  });

  it("tells a verdict that changed once, not the first one, and not one that changed back overnight", () => {
    let kept: KeptAlert[] = [];
    const told = [
      ["watch", false],
      ["watch", false],
      ["below", false],
      ["below", false],
      ["watch", true],
      ["below", false],
      ["on-track", true],
      ["on-track", true],
      ["on-track", false],
    ].map(([verdict, quiet], place) => {
      const seen = observe(
        "verdict-changed",
        "chat",
        { initiative: "Chat", verdict: String(verdict), headline: "New" },
        "2026-01-05",
      );
      const step = advanceAlerts(kept, [seen], {
        at: `2026-01-0${place + 1}T08:00:00.000Z`,
        quiet: quiet === true,
      });
      kept = step.kept;
      return step.notices.map(({ kind, text }) => `${kind} ${text}`).join();
    });
    expect(told).toEqual([
      "",
      "",
      "raised Chat: New (below).",
      "",
      "",
      "",
      "",
      "",
      "raised Chat: New (on track).",
    ]);
  });

  it("tells in turns, never in quiet hours, and ends in what was seen last", () => {
    const look = fc.record({
      state: fc.constantFrom<AlertState[]>("on", "off", "as-it-was"),
      quiet: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(look, { maxLength: 30 }), (looks) => {
        let kept: KeptAlert[] = [];
        const notices: AlertNotice["kind"][] = [];
        let isOn = false;
        for (const { state, quiet } of [...looks, { state: "as-it-was" as const, quiet: false }]) {
          const step = advanceAlerts(kept, [seenAs(state)], { at: "2026-01-05T08:00:00.000Z", quiet });
          kept = step.kept;
          expect(quiet && step.notices.length > 0).toBe(false);
          notices.push(...step.notices.map(({ kind }) => kind));
          if (state !== "as-it-was") isOn = state === "on";
          expect(kept.length).toBeLessThanOrEqual(1);
        }
        notices.forEach((kind, place) => expect(kind).toBe(place % 2 === 0 ? "raised" : "recovered"));
        expect(notices.length % 2 === 1).toBe(isOn);
      }),
    );
  });
});

describe("isQuiet", () => {
  const nights = { timeZone: "Europe/Berlin", from: "20:00", to: "07:00" };
  // Berlin is an hour ahead of UTC in winter and two in summer.
  it.each<[string, typeof nights, boolean]>([
    ["2026-01-05T18:59:59.999Z", nights, false],
    ["2026-01-05T19:00:00.000Z", nights, true],
    ["2026-01-06T05:59:59.999Z", nights, true],
    ["2026-01-06T06:00:00.000Z", nights, false],
    ["2026-07-05T18:00:00.000Z", nights, true],
    ["2026-07-06T05:00:00.000Z", nights, false],
    ["2026-01-05T11:30:00.000Z", { ...nights, from: "12:00", to: "13:00" }, true],
    ["2026-01-05T12:00:00.000Z", { ...nights, from: "12:00", to: "13:00" }, false],
    ["2026-01-05T11:00:00.000Z", { ...nights, from: "12:00", to: "12:00" }, false],
  ])("at %s with %j is %s", (instant, hours, quiet) => {
    expect(isQuiet(Date.parse(instant), hours)).toBe(quiet);
  });

  it.each([
    [{ ...nights, from: "24:00" }, '"24:00" is no time of day'],
    [{ ...nights, to: "7" }, '"7" is no time of day'],
    [{ ...nights, timeZone: "Berlin" }, '"Berlin" is not a time zone'],
  ])("refuses %j", (hours, message) => {
    expect(() => isQuiet(0, hours)).toThrow(message);
  });
});
