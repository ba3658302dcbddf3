import type { BookCostPool, CostPool, CostShare } from "@liftledger/contracts/cost-pool";
import { percentOfShare, shareOfPercent } from "../../components/decimal-share.ts";
import { readTypedNumber, typedFromDecimal } from "../../components/typed-number.ts";
import { t } from "../../words.ts";

/** What is typed of a month of a shared cost. Quantities by initiative; shares in per cent. */
export interface MonthDraft {
  month: string;
  kind: "planned" | "actual";
  amount: string;
  source: string;
  quantities: Readonly<Record<string, string>>;
}

/** A new month as it will mostly be: divided as the last one was. */
export function draftOfMonth(
  driver: CostPool["driver"],
  shares: readonly CostShare[],
  { month, locale }: { month: string; locale: string },
): MonthDraft {
  const last = shares.filter((share) => share.month === shares[0]?.month && share.kind === shares[0].kind);
  const typed = (quantity: string) =>
    typedFromDecimal(driver === "shares" ? percentOfShare(quantity) : quantity, locale);
  const quantities = Object.fromEntries(
    last.map(({ initiativeId, quantity }) => [initiativeId, typed(quantity)]),
  );
  return { month, kind: "actual", amount: "", source: "", quantities };
}

/** The last revision of a month that still stands; 0 where there is none. */
export function lastRevision(
  shares: readonly CostShare[],
  { month, kind }: Pick<MonthDraft, "month" | "kind">,
): number {
  return shares.find((share) => share.month === month && share.kind === kind)?.revision ?? 0;
}

/** What is to be booked, or what cannot be read of it, by field. */
export function bookingOf(
  draft: MonthDraft,
  driver: CostPool["driver"],
  locale: string,
): { booking: Omit<BookCostPool, "revision">; faults: Record<string, string> } {
  const faults: Record<string, string> = {};
  const read = (field: string, typed: string, empty: string): string => {
    const number = readTypedNumber(typed.replace("%", ""), locale);
    if (number.kind === "number") return number.decimal;
    faults[field] = number.kind === "fault" ? number.message : empty;
    return "0";
  };
  const amount = read("amount", draft.amount, t`Say what it cost`);
  const quantities = Object.entries(draft.quantities).map(([initiativeId, typed]) => {
    if (driver === "equal") return { initiativeId, quantity: "1" };
    const quantity = read(`quantities.${initiativeId}`, typed, t`Say how much`);
    return { initiativeId, quantity: driver === "shares" ? shareOfPercent(quantity) : quantity };
  });
  if (quantities.length === 0) faults["quantities"] = t`Say who shares it`;
  if (draft.month === "") faults["month"] = t`Say which month`;
  const source = draft.source.trim() === "" ? t`entered by hand` : draft.source.trim();
  return { booking: { kind: draft.kind, amount, quantities, source }, faults };
}
