import type { CostShare } from "@liftledger/contracts/cost-pool";
import { describe, expect, it } from "vitest";
import { bookingOf, draftOfMonth, lastRevision } from "./month-draft.ts";

const share = (initiativeId: string, more: Partial<CostShare> = {}): CostShare => ({
  costPoolId: "pool-1",
  pool: "Platform licence",
  month: "2026-05",
  kind: "actual",
  revision: 2,
  poolAmount: "100",
  driver: "shares",
  unit: "share",
  initiativeId,
  initiative: initiativeId,
  quantity: "0.5",
  amount: "50",
  currency: "EUR",
  source: "invoice 7",
  recordedAt: "2026-06-01T09:00:00.000Z",
  recordedBy: "Ada",
  ...more,
});
const shares = [share("chat"), share("leads"), share("chat", { month: "2026-04", revision: 1 })];
const at = { month: "2026-06", locale: "en-GB" };

describe("draftOfMonth", () => {
  it("divides as the last month was divided, shares in per cent", () => {
    expect(draftOfMonth("shares", shares, at).quantities).toEqual({ chat: "50", leads: "50" });
    expect(draftOfMonth("usage", [], at).quantities).toEqual({});
  });
});

describe("lastRevision", () => {
  it("is that of the month and kind, 0 where nothing is booked", () => {
    expect(lastRevision(shares, { month: "2026-05", kind: "actual" })).toBe(2);
    expect(lastRevision(shares, { month: "2026-05", kind: "planned" })).toBe(0);
  });
});

describe("bookingOf", () => {
  const draft = { ...draftOfMonth("shares", shares, at), amount: "1,200.50" };
  it("reads shares as ratios, and leaves the quantities of an equal division out of account", () => {
    const { booking, faults } = bookingOf(draft, "shares", "en-GB");
    expect(faults).toEqual({});
    expect(booking).toMatchObject({
      amount: "1200.5",
      quantities: [
        { initiativeId: "chat", quantity: "0.5" },
        { initiativeId: "leads", quantity: "0.5" },
      ],
    });
    expect(bookingOf(draft, "equal", "en-GB").booking.quantities[0]?.quantity).toBe("1");
  });
  it("says what is missing", () => {
    const empty = { ...draft, amount: "", quantities: { chat: "many" } };
    expect(Object.keys(bookingOf(empty, "usage", "en-GB").faults)).toEqual(["amount", "quantities.chat"]);
    expect(bookingOf({ ...draft, quantities: {} }, "usage", "en-GB").faults["quantities"]).toBe(
      "Say who shares it",
    );
  });
});
