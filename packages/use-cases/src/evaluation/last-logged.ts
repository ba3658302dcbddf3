import type { Context } from "../context.ts";
import { dayOf } from "../organisations/day-of.ts";
import type { LedgerView } from "./read-ledger.ts";

/** The day on which somebody last logged a period of any series the initiative claims on; null when never. */
export function lastLoggedOn(
  ctx: Pick<Context, "timeZone">,
  ledger: LedgerView,
  initiativeId: string,
): string | null {
  const instants = ledger.benefits
    .filter((benefit) => benefit.initiativeId === initiativeId)
    .flatMap((benefit) => (ledger.snapshots.get(benefit.seriesId) ?? []).map(({ recordedAt }) => recordedAt));
  const last = instants.reduce<string | null>(
    (latest, instant) => (latest === null || instant > latest ? instant : latest),
    null,
  );
  return last === null ? null : dayOf(ctx, last);
}
