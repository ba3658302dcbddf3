import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  isDecimal,
  multiplyDecimals,
  normaliseDecimal,
  numberToDecimal,
  roundHalfEven,
  subtractDecimals,
  sumDecimals,
} from "./decimal.ts";

/** Plain decimals of up to 30 digits with up to 12 after the point: units / 10^places. */
const decimals = fc
  .record({
    units: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
    places: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ units, places }) => ({ units, places, text: write(units, places) }));

function write(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const sign = units < 0n ? "-" : "";
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(digits.length - places)}`;
}

const atTwelvePlaces = (part: { units: bigint; places: number }): bigint =>
  part.units * 10n ** BigInt(12 - part.places);

const CANONICAL = /^(0|-?(0\.\d*[1-9]|[1-9]\d*(\.\d*[1-9])?))$/;

describe("isDecimal", () => {
  it.each(["0", "-0", "12", "007.50", "-3.25", "99999999999999999999.1"])("takes %s", (text) => {
    expect(isDecimal(text)).toBe(true);
  });

  it.each(["", "-", ".5", "5.", "1e3", "+1", " 1", "1,5", "1.2.3", "--1", "NaN", "٣", "9".repeat(401)])(
    "refuses %j, and so does every sum",
    (text) => {
      expect(isDecimal(text)).toBe(false);
      expect(() => sumDecimals([text])).toThrow("is not a plain decimal");
      expect(() => addDecimals("1", text)).toThrow("is not a plain decimal");
    },
  );
});

describe("normaliseDecimal", () => {
  it.each([
    ["1.50", "1.5"],
    ["-0.00", "0"],
    ["007", "7"],
    ["-12.0", "-12"],
    ["0.000000000000000000001", "0.000000000000000000001"],
    ["1000000000000000000000000", "1000000000000000000000000"],
  ])("writes %s as %s", (text, canonical) => {
    expect(normaliseDecimal(text)).toBe(canonical);
  });

  it("gives canonical text for every decimal", () => {
    fc.assert(
      fc.property(decimals, ({ text }) => {
        expect(normaliseDecimal(text)).toMatch(CANONICAL);
      }),
    );
  });
});

/** As most amounts are: few digits, so that both ways of reckoning are met, and what lies at the edge between them. */
const short = fc
  .record({
    units: fc.oneof(
      fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
      fc.bigInt({ min: -(2n ** 53n) - 20n, max: -(2n ** 53n) + 20n }),
      fc.bigInt({ min: 2n ** 53n - 20n, max: 2n ** 53n + 20n }),
    ),
    places: fc.integer({ min: 0, max: 18 }),
  })
  .map((part) => ({ ...part, text: write(part.units, part.places) }));

/** In units of 10^-18. */
const fine = ({ units, places }: { units: bigint; places: number }): bigint =>
  units * 10n ** BigInt(18 - places);

describe("what fits a number, and what just does not", () => {
  it("adds, subtracts, multiplies and compares as whole numbers do", () => {
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(addDecimals(a.text, b.text)).toBe(canonical(fine(a) + fine(b), 18));
        expect(subtractDecimals(a.text, b.text)).toBe(canonical(fine(a) - fine(b), 18));
        expect(multiplyDecimals(a.text, b.text)).toBe(canonical(a.units * b.units, a.places + b.places));
        const difference = fine(a) - fine(b);
        expect(compareDecimals(a.text, b.text)).toBe(difference === 0n ? 0 : difference < 0n ? -1 : 1);
        expect(normaliseDecimal(a.text)).toBe(canonical(a.units, a.places));
      }),
      { numRuns: 2000 },
    );
  });

  it("rounds ties to even, as whole numbers show", () => {
    fc.assert(
      fc.property(short, fc.integer({ min: 0, max: 18 }), (a, places) => {
        const step = 10n ** BigInt(18 - places);
        const [units, sign] = fine(a) < 0n ? [-fine(a), -1n] : [fine(a), 1n];
        const [down, rest] = [units / step, units % step];
        const isUp = rest * 2n > step || (rest * 2n === step && down % 2n === 1n);
        expect(roundHalfEven(a.text, places)).toBe(canonical(sign * (isUp ? down + 1n : down), places));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The canonical text of units / 10^places, by its digits alone. */
function canonical(units: bigint, places: number): string {
  const text = write(units, places);
  const short = text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
  return short === "-0" ? "0" : short;
}

describe("sumDecimals", () => {
  it("is exact for any decimals in any order", () => {
    fc.assert(
      fc.property(fc.array(decimals, { maxLength: 40 }), (parts) => {
        const units = parts.reduce((sum, part) => sum + atTwelvePlaces(part), 0n);
        const sum = sumDecimals(parts.map(({ text }) => text));
        expect(sum).toBe(normaliseDecimal(write(units, 12)));
        expect(sumDecimals(parts.map(({ text }) => text).toReversed())).toBe(sum);
      }),
    );
  });

  it("stays exact where a sum of small cells passes 2^53", () => {
    const cells = Array.from({ length: 2000 }, () => "90071992547409.91");
    expect(sumDecimals(cells)).toBe("180143985094819820");
  });

  it("of nothing is zero", () => {
    expect(sumDecimals([])).toBe("0");
  });
});

describe("addDecimals, subtractDecimals, multiplyDecimals", () => {
  it("are exact", () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const [left, right] = [atTwelvePlaces(a), atTwelvePlaces(b)];
        expect(addDecimals(a.text, b.text)).toBe(normaliseDecimal(write(left + right, 12)));
        expect(subtractDecimals(a.text, b.text)).toBe(normaliseDecimal(write(left - right, 12)));
        expect(multiplyDecimals(a.text, b.text)).toBe(normaliseDecimal(write(left * right, 24)));
        const order = left < right ? -1 : Number(left > right);
        expect(compareDecimals(a.text, b.text)).toBe(order);
      }),
    );
  });
});

describe("divideDecimals", () => {
  it("rounds half to even at the last digit asked for", () => {
    expect(divideDecimals("1", "3", 5)).toBe("0.33333");
    expect(divideDecimals("5", "2", 1)).toBe("2");
    expect(divideDecimals("7", "2", 1)).toBe("4");
    expect(divideDecimals("-2", "3", 4)).toBe("-0.6667");
  });

  it("undoes a multiplication", () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        fc.pre(b.units !== 0n);
        expect(divideDecimals(multiplyDecimals(a.text, b.text), b.text, 60)).toBe(normaliseDecimal(a.text));
      }),
    );
  });

  it("refuses to divide by zero", () => {
    expect(() => divideDecimals("1", "0.00")).toThrow("cannot be divided by zero");
  });
});

describe("roundHalfEven", () => {
  it.each([
    ["2.5", 0, "2"],
    ["3.5", 0, "4"],
    ["-2.5", 0, "-2"],
    ["0.125", 2, "0.12"],
    ["0.1250000000000000000000000001", 2, "0.13"],
    ["1.005", 2, "1"],
  ])("of %s at %i places is %s", (text, places, rounded) => {
    expect(roundHalfEven(text, places)).toBe(rounded);
  });
});

describe("numberToDecimal", () => {
  it("writes the shortest decimal that reads back as the number, never an exponent", () => {
    expect(numberToDecimal(0.1)).toBe("0.1");
    expect(numberToDecimal(-0)).toBe("0");
    expect(numberToDecimal(1e-7)).toBe("0.0000001");
    expect(numberToDecimal(1e21)).toBe("1000000000000000000000");
    expect(numberToDecimal(2 / 3, 4)).toBe("0.6667");
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e60, max: 1e60 }), (x) => {
        fc.pre(x === 0 || Math.abs(x) > 1e-60);
        expect(Number(numberToDecimal(x))).toBe(x === 0 ? 0 : x);
        expect(numberToDecimal(x)).toMatch(CANONICAL);
      }),
    );
  });

  it("refuses what is no number", () => {
    expect(() => numberToDecimal(Number.NaN)).toThrow(RangeError);
    expect(() => numberToDecimal(Infinity)).toThrow(RangeError);
  });
});
