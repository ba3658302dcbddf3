import { addPeriods } from "@liftledger/kpis/period";
import type { AdoptionWeek } from "../governance/adoption.ts";

/** Weeks of adoption in a row up to one: so many people of so many. A count of null is a week that nobody logged. */
export function exampleAdoption(
  users: readonly (number | null)[],
  { of, to }: { of: number; to: string },
): AdoptionWeek[] {
  return users.flatMap((count, place) => {
    if (count === null) return [];
    const period = addPeriods(to, place - users.length + 1);
    const source = { kind: "measured", text: "rollout log, revision 1", period, revision: 1 } as const;
    return [{ period, users: String(count), of: String(of), source }];
  });
}
