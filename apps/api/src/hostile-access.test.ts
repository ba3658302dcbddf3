import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { expect, it } from "vitest";
import { playAccess } from "./testing/fuzz/play-access.ts";

/** Seeds of a run, from one on. */
function seeds(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, place) => from + place);
}

describeOnEveryDatabase("hostile requests about accounts", (open, kind) => {
  it("are answered without a failure, and leave nothing half written (`npm run faults -- fuzz` sends 2,000)", async () => {
    const { asked, statuses, faults } = await playAccess(
      await open(),
      seeds(kind === "sqlite" ? 0 : 1000, 52),
    );
    expect(faults).toEqual([]);
    expect(asked).toBe(52);
    // Where everything were refused nothing would be shown of what is written.
    expect((statuses[200] ?? 0) + (statuses[201] ?? 0)).toBeGreaterThan(4);
    expect(statuses[422]).toBeGreaterThan(4);
  });
});
