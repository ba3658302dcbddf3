import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareCosts } from "./shared-cost.ts";

describe("shareCosts", () => {
  it("divides each pool by its driver, with direct only beside it", () => {
    // Licence 100.00 over 2, 1 and 0 seats: 66.67, 33.33, 0. Tokens 10.00 over 1 and 3: 2.50 and 7.50.
    expect(
      shareCosts({
        directMinor: { chat: 5000n, leads: 700n },
        pools: [
          {
            name: "Licence",
            amountMinor: 10_000n,
            driver: "seats",
            quantities: { leads: 2, chat: "1", search: 0 },
          },
          {
            name: "Tokens",
            amountMinor: 1000n,
            driver: "tokens",
            quantities: { chat: "0.1", search: "0.3" },
          },
        ],
      }).map(({ initiative, directMinor, sharedMinor, fullMinor }) => [
        initiative,
        directMinor,
        sharedMinor,
        fullMinor,
      ]),
    ).toEqual([
      ["chat", 5000n, 3583n, 8583n],
      ["leads", 700n, 6667n, 7367n],
      ["search", 0n, 750n, 750n],
    ]);
  });
  it("loses nothing of any pool", () => {
    const somePool = fc.record({
      name: fc.constant("pool"),
      driver: fc.constant("hours"),
      amountMinor: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      quantities: fc.record({ chat: fc.integer({ min: 1, max: 99 }), leads: fc.nat(99), search: fc.nat(99) }),
    });
    fc.assert(
      fc.property(fc.array(somePool), fc.bigInt({ min: 0n, max: 10n ** 12n }), (pools, chat) => {
        const costs = shareCosts({ directMinor: { chat }, pools });
        const full = costs.reduce((sum, { fullMinor }) => sum + fullMinor, 0n);
        expect(full).toBe(pools.reduce((sum, { amountMinor }) => sum + amountMinor, chat));
      }),
    );
  });
  it("says from which pool a part comes", () => {
    const [chat] = shareCosts({
      directMinor: {},
      pools: [{ name: "Platform team", amountMinor: 900n, driver: "hours", quantities: { chat: 3 } }],
    });
    expect(chat?.shared).toEqual([{ pool: "Platform team", driver: "hours", amountMinor: 900n }]);
  });
  it("refuses a pool that nothing divides", () => {
    const pool = { name: "Platform team", amountMinor: 900n, driver: "hours" };
    expect(() => shareCosts({ directMinor: {}, pools: [{ ...pool, quantities: { chat: 0 } }] })).toThrow(
      '"Platform team" cannot be shared by hours',
    );
    // The allocation's own words come along as the cause.
    expect(() => shareCosts({ directMinor: {}, pools: [{ ...pool, quantities: { chat: -1 } }] })).toThrow(
      expect.objectContaining({ name: "RangeError", cause: expect.any(RangeError) }),
    );
    expect(shareCosts({ directMinor: {}, pools: [] })).toEqual([]);
  });
});
