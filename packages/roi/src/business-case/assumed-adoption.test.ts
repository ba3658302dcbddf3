import { expect, it } from "vitest";
import { leadScoringPlan } from "../testing/example-case-plan.ts";
import { assumedAdoption } from "./assumed-adoption.ts";
import { constantPath } from "./plan-path.ts";

const plan = {
  ...leadScoringPlan(),
  start: "2026-01",
  horizon: 12,
  benefits: leadScoringPlan().benefits.slice(0, 1),
};
const withAdoption = (adoption: { from: number; value: string | null }[], more: object = {}) => ({
  ...plan,
  benefits: plan.benefits.map((line) => ({ ...line, ...more, value: { ...line.value, adoption } })),
});

it("says what each line assumes in the month of a day", () => {
  const rising = withAdoption([
    { from: 1, value: "0.3" },
    { from: 4, value: "0.6" },
  ]);
  const shares = ["2025-12-31", "2026-03-31", "2026-04-01", "2026-12-31", "2027-01-01"].map((day) =>
    assumedAdoption(rising, day).map(({ share }) => share),
  );
  expect(shares).toEqual([[], ["0.3"], ["0.6"], ["0.6"], []]);
  expect(assumedAdoption(rising, "2026-03-31")[0]).toMatchObject({ lineId: "leads", source: "CRM, 2025" });
});

it("says nothing of a line that assumes everybody, that says no share, and that does not run", () => {
  expect(assumedAdoption(withAdoption([...constantPath("1.0")]), "2026-03-31")).toEqual([]);
  expect(assumedAdoption(withAdoption([{ from: 0, value: null }]), "2026-03-31")).toEqual([]);
  const later = withAdoption([...constantPath("0.3")], { run: { kind: "recurring", from: 6, to: null } });
  expect(assumedAdoption(later, "2026-03-31")).toEqual([]);
});
