import { describe, expect, it } from "vitest";
import { movedByKey, taskAxis } from "./task-axis.ts";

const days = { startsOn: "2026-06-11", dueOn: "2026-06-20" };

describe("taskAxis", () => {
  it("holds every task and today, both ends of a task included", () => {
    const axis = taskAxis([days, { startsOn: "2026-07-01", dueOn: "2026-07-10" }], "2026-06-01");
    expect([axis.from, axis.to]).toEqual(["2026-06-01", "2026-07-10"]);
    expect([axis.at("2026-06-01"), axis.at(days.startsOn), axis.width(days)]).toEqual([0, 25, 25]);
    expect(axis.at("2026-07-01") + axis.width({ startsOn: "2026-07-01", dueOn: "2026-07-10" })).toBe(100);
    expect(axis.span).toBe(40);
    expect(axis.months).toEqual(["2026-06-01", "2026-07-01"]);
  });

  it("is one day wide where there is nothing", () => {
    expect(taskAxis([], "2026-06-02")).toMatchObject({ from: "2026-06-02", to: "2026-06-02", months: [] });
  });
});

describe("movedByKey", () => {
  it.each([
    ["ArrowRight", false, "2026-06-12", "2026-06-21"],
    ["ArrowLeft", false, "2026-06-10", "2026-06-19"],
    ["PageDown", false, "2026-06-18", "2026-06-27"],
    ["PageUp", true, "2026-06-11", "2026-06-13"],
    ["ArrowRight", true, "2026-06-11", "2026-06-21"],
  ])("%s, shift %s: %s to %s", (key, shiftKey, startsOn, dueOn) => {
    expect(movedByKey(days, { key, shiftKey })).toEqual({ startsOn, dueOn });
  });

  it("leaves a task one day at least, and other keys alone", () => {
    const day = { startsOn: "2026-06-11", dueOn: "2026-06-11" };
    expect(movedByKey(day, { key: "ArrowLeft", shiftKey: true })).toEqual(day);
    expect(movedByKey(day, { key: "Tab", shiftKey: false })).toBeUndefined();
  });
});
