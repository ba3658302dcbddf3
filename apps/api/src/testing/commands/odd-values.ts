import type { z } from "zod";
import { bare, definitionOf, type BodyPlace } from "./body-places.ts";
import type { Made } from "./made.ts";

/** Texts that somebody may send: empty, long to the limits that are in use, and of every script and trick. */
const texts = [
  "",
  " ",
  "a",
  ...[60, 61, 80, 81, 120, 121, 200, 201, 300, 301].map((length) => "x".repeat(length)),
  ...[400, 401, 500, 501, 1000, 1001, 2000, 2001, 4000, 4001].map((length) => "x".repeat(length)),
  // As many characters, and four times as many bytes.
  "😀".repeat(40),
  "ﷺ".repeat(80),
  "👩‍👩‍👧‍👦",
  "\u202eabc",
  "e\u0301",
  "İıßﬁ",
  "\u00a0",
  "\u200b",
  "\u2028",
  "\ud800",
  "a\0b",
  "a\r\nb\tc",
  "'; drop table series; --",
  "\\",
  "%_",
  "=1+1",
  "<script>alert(1)</script>",
  "__proto__",
  "Ada",
  "Grace",
  "colleague",
  "Growth",
];

/** Texts that look like what fields want. */
const formatted = [
  "0 -0 1 -1 0.1 0.5 1.0000000001 12.345 100 168 5200 1e3 ٣ .5 1. 007 92233720368547758.07",
  [15, 18, 19, 31, 60].map((length) => "9".repeat(length)).join(" "),
  `0.${"0".repeat(50)}1 -${"9".repeat(59)} ${"9".repeat(30)}.${"9".repeat(29)}`,
  "1900-01-01 1899-12-31 2199-12-31 2200-01-01 2026-02-29 2028-02-29 2026-06-23 2026-06-24 2026-06-25",
  "2024-12-30 0000-00-00 9999-12-31 +010000-01-01",
  "1900-01-01T00:00:00Z 2199-12-31T23:59:59.999Z 2026-06-24T12:00:00.123456789Z 9999-12-31T23:59:59Z",
  "1900-01 2199-12 2026-05 2026-06 2026-07 2026-13",
  "1900-W01 2199-W52 2020-W53 2026-W10 2026-W26 2026-W53",
  "conversion-rate churn-rate revenue-per-channel no-such-kpi EUR USD JPY ZZZ",
  "00:00 23:59 24:00 https://wiki.example.com/x http://[::1]/ javascript:alert(1)",
  `UTC Europe/Berlin Pacific/Apia Mars/Base ${"0".repeat(64)} ${"f".repeat(64)}`,
].flatMap((line) => line.split(" "));

const numbers = [0, 1, 2, 3, 4, 5, 6, 7, 12, 28, 60, 100, 120, 1000, -1, -0, 0.5, 1e-9, 2 ** 31 - 1, 2 ** 31];
const hugeNumbers = [2 ** 32, 2 ** 53 - 1, 2 ** 53, 1e21, 1e300, -(2 ** 31), -(2 ** 53)];

const shapes = [null, undefined, true, false, [], {}, [[[[]]]], [null], "text", 1];

/** What the texts of a schema that are fitting are, found once. */
const found = new WeakMap<z.ZodType, unknown[]>();

function fitting(schema: z.ZodType): unknown[] {
  const known = found.get(schema);
  if (known !== undefined) return known;
  const all = [...formatted, ...texts, ...numbers, ...hugeNumbers, true, false, null, []];
  const values = [...choicesOf(schema), ...all].filter((value) => schema.safeParse(value).success);
  found.set(schema, values);
  return values;
}

/** The values of a choice, which no list of texts would hit. */
function choicesOf(schema: z.ZodType): unknown[] {
  const inner = bare(schema, undefined) as z.ZodType & {
    options?: readonly unknown[];
    values?: Set<unknown>;
  };
  return definitionOf(inner).type === "enum" ? [...(inner.options ?? [])] : [...(inner.values ?? [])];
}

/**
 * The values that may stand at a place of a body, and whether they are to be as the schema wants them: near to what is
 * right, so that they get as far as the rules behind it. Undefined is to leave it out.
 */
export function valuesFor({ schema, value }: BodyPlace, fits: boolean, made: Made): readonly unknown[] {
  const related = [...ofArray(value), ...idsOf(value, made)];
  if (!fits) return [...shapes, ...texts, ...formatted, ...numbers, ...hugeNumbers, ...related];
  const values = [...fitting(schema), ...related.filter((one) => schema.safeParse(one).success)];
  return values.length === 0 ? [value] : values;
}

/** None, each twice, very many. */
function ofArray(value: unknown): unknown[] {
  if (!Array.isArray(value)) return [];
  return [[], [...value, ...value], value.toReversed(), Array.from({ length: 300 }, () => value[0])];
}

/** In the place of an id one of each kind, of another organisation's, and one of nothing. */
function idsOf(value: unknown, made: Made): unknown[] {
  if (typeof value !== "string" || !/^o\d+-/.test(value)) return [];
  return [...made.anyOfEach(), "nothing", "0198f2a0-7c00-7000-8000-0000000000ff"];
}
