import { makeZip } from "@liftledger/files/testing/make-workbook";
import { seededRandom } from "@liftledger/numerics/seeded-random";
import { goodFiles, type GoodFile } from "./good-files.ts";

/** What finds its way into files: broken encodings, stray quotes, formulas, numbers and dates that are none. */
const fragments = [
  "\0",
  "\u{feff}",
  '"',
  '""',
  "\r",
  "\n\n\n",
  ",,,,,,",
  ";",
  "\t",
  "\u202e",
  "\u00a0",
  "1e999",
  "-0",
  "NaN",
  "0x10",
  "1,234",
  "99999999999999999999999999999999999999999",
  "-1",
  "0.1234567890123456789",
  "2026-02-30",
  "9999-12-31",
  "0001-01-01",
  "23-Aug",
  "45698",
  "=1+1",
  "#REF!",
  "Total",
  "</c></row>",
  "<!DOCTYPE x>",
  "&#0;",
  "&#xD800;",
  "__proto__",
  "x".repeat(500),
  "x".repeat(33_000),
].map((text) => Buffer.from(text));
const brokenBytes = [
  Buffer.from([0xc0, 0x80]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xf4]),
];

/** A good file that was changed, by a number that makes the same one every time. */
export interface Mutant {
  readonly seed: number;
  readonly of: GoodFile;
  readonly bytes: Buffer;
}

/** The mutant of a seed: every good file has its turn; of a workbook either the zip or one of its parts is changed. */
export function mutantOf(seed: number): Mutant {
  const { uniform } = seededRandom(seed);
  const below = (bound: number) => Math.floor(uniform() * bound);
  const of = goodFiles[seed % goodFiles.length] as GoodFile;
  const { parts } = of;
  if (parts === undefined || uniform() < 0.25) return { seed, of, bytes: changed(of.bytes, below) };
  const names = Object.keys(parts);
  // The sheet is most of what there is to get wrong.
  const name = names[uniform() < 0.7 ? names.length - 1 : below(names.length)] as string;
  const part = changed(Buffer.from(parts[name] ?? ""), below).toString();
  return { seed, of, bytes: makeZip({ ...parts, [name]: part }) };
}

function changed(bytes: Buffer, below: (bound: number) => number): Buffer {
  let now = bytes;
  for (let changes = 1 + below(1 + below(4)); changes > 0; changes -= 1) now = changeOf(now, below);
  return now;
}

function changeOf(bytes: Buffer, below: (bound: number) => number): Buffer {
  const at = below(bytes.length + 1);
  const length = 1 + below(24);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (below(12)) {
    case 0:
      return Buffer.concat([before, Buffer.from([below(256)]), after.subarray(1)]);
    case 1:
      return Buffer.concat([before, after.subarray(length)]);
    case 2:
      return Buffer.concat([before, after.subarray(0, length), after]);
    case 3:
      // Rarely cut off: there is little to see in what is left.
      return below(4) === 0 ? before : bytes;
    case 4:
      return Buffer.concat([before, after.subarray(length), after.subarray(0, length)]);
    case 5:
      return Buffer.concat([before, brokenBytes[below(brokenBytes.length)] as Buffer, after]);
    case 6:
      return Buffer.concat([before, fragments[below(fragments.length)] as Buffer, after.subarray(length)]);
    case 7:
      return Buffer.concat([before, fragments[below(fragments.length)] as Buffer, after]);
    default:
      return withOtherDigit(bytes, at, below);
  }
}

/** Another digit in the place of the next one: a file that is as good as before, and says something else. */
function withOtherDigit(bytes: Buffer, from: number, below: (bound: number) => number): Buffer {
  const at = bytes.findIndex((byte, index) => index >= from && byte >= 0x30 && byte <= 0x39);
  if (at < 0) return bytes;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from([0x30 + below(10)]), bytes.subarray(at + 1)]);
}
