import type { Figure } from "@liftledger/contracts/evaluation";
import type { Portfolio, PortfolioRow } from "@liftledger/contracts/portfolio";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WrittenAnswer } from "../answer-bytes.ts";
import { asKnown, createPortfolioWriter } from "./portfolio-bytes.ts";

const instant = fc.constantFrom(
  "2026-03-02T08:00:00.000Z",
  "2026-03-02T08:00:00.417Z",
  "2026-03-02T09:12:59.999Z",
  "2027-01-01T00:00:00.000Z",
  "+010000-01-01T00:00:00.000Z",
);
/** Names that look like the mark, or take more bytes than letters. */
const name = fc.oneof(fc.string({ unit: "grapheme" }), fc.constant('"asOf":"2026-03-02T08:00:00.000Z"'));
const figure = (value: string, asOf: string) => ({ value, asOf }) as Figure;

const row = fc.record({ name, value: fc.string({ maxLength: 5 }), asOf: instant }).map(
  ({ name: initiative, value, asOf }) =>
    ({
      name: initiative,
      netRoi: figure(value, asOf),
      realisedValue: figure(value, asOf),
      cost: figure("1", asOf),
    }) as PortfolioRow,
);
const change = fc.record({
  asOf: instant,
  replaced: fc.array(fc.tuple(fc.nat(30), row), { maxLength: 4 }),
  length: fc.option(fc.nat(30)),
});

describe("createPortfolioWriter", () => {
  it("writes what JSON would, whatever changed since the portfolio before", () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 30 }),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (first, changes) => {
          const write = createPortfolioWriter();
          let rows: readonly PortfolioRow[] = first;
          for (const { asOf, replaced, length } of changes) {
            const next = rows.slice(0, length ?? rows.length);
            for (const [place, other] of replaced) if (place <= next.length) next[place] = other;
            rows = next;
            const around = { asOf, organisationName: "Größe" } as unknown as Omit<Portfolio, "rows">;
            const whole = { ...around, rows: rows.map((one) => asKnown(one, asOf)) };
            expect(Buffer.from(write(around, rows).bytes).toString()).toBe(JSON.stringify(whole));
          }
        },
      ),
    );
  });

  const rows = fc.sample(row, { numRuns: 5, seed: 1 });
  const instants = ["2026-03-02T08:00:00.000Z", "2027-01-01T00:00:00.000Z", "2028-01-01T00:00:00.000Z"];

  it.each([
    { readers: 1, isKept: true },
    { readers: 0, isKept: false },
  ])("writes over the one before the last only where nobody reads it: $readers do", ({ readers, isKept }) => {
    const write = createPortfolioWriter();
    const [first, ...next] = instants.map((asOf) => () => write({ asOf } as Portfolio, rows));
    const given = (first as () => WrittenAnswer)();
    given.memory.readers = readers;
    const before = Buffer.from(given.bytes).toString();
    for (const another of next) another();
    expect(Buffer.from(given.bytes).toString() === before).toBe(isKept);
    expect(given.memory.turn === 0).toBe(isKept);
  });
});
