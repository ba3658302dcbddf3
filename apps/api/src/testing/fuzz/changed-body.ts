import { withValueAt } from "../commands/body-places.ts";
import type { Chance } from "./chance.ts";
import { oddTexts, oddValues } from "./odd-texts.ts";

/** A body in JSON with one to three things in it otherwise: its values, its text or its bytes. */
export function changedBody(body: object, chance: Chance): Buffer {
  let value: unknown = body;
  for (let changes = 1 + chance.below(2); changes > 0; changes -= 1) value = withOddValue(value, chance);
  const sound = JSON.stringify(body);
  const odd = JSON.stringify(value) ?? "";
  switch (chance.below(10)) {
    case 0:
      return Buffer.from(changedText(sound, chance));
    case 1:
      return changedBytes(Buffer.from(sound), chance);
    case 2:
      return Buffer.from(withRepeatedField(sound, odd));
    case 3:
      return Buffer.from(sound);
    default:
      return Buffer.from(odd);
  }
}

function withOddValue(body: unknown, chance: Chance): unknown {
  if (typeof body !== "object" || body === null) return body;
  const odd = chance.onceIn(4) ? chance.oneOf(oddValues) : chance.oneOf(oddTexts);
  const path = chance.oneOf(placesOf(body));
  if (chance.onceIn(12)) return { ...body, [chance.oneOf(["__proto__", "admin", "role", ""])]: odd };
  if (chance.onceIn(15)) return odd;
  // Left out now and then.
  return withValueAt(body, path, chance.onceIn(10) ? undefined : odd);
}

function placesOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]));
  return path.length === 0 && below.length > 0 ? below : [path, ...below];
}

/** The name of a field twice: which is meant? */
function withRepeatedField(sound: string, odd: string): string {
  if (!/^\{.+\}$/s.test(odd) || sound === "{}") return `${sound}${odd}`;
  return `${sound.slice(0, -1)},${odd.slice(1)}`;
}

function changedText(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (chance.below(9)) {
    case 0:
      return before;
    case 1:
      return "";
    case 2:
      return `\ufeff${text}`;
    case 3:
      return `${text}${text}`;
    case 4:
      return `${before}${chance.oneOf(["\0", ",", '"', "\\", "}", "\\ud800", "/*", "NaN", "1e9999"])}${after}`;
    case 5:
      return `${"[".repeat(100_000)}${text}`;
    case 6:
      return `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`;
    case 7:
      return `[${text}]`;
    default:
      return text.replaceAll('"', "'");
  }
}

/** Bytes that are no UTF-8, or another encoding than is said. */
function changedBytes(bytes: Buffer, chance: Chance): Buffer {
  const at = chance.below(bytes.length + 1);
  switch (chance.below(4)) {
    case 0:
      return Buffer.from(bytes.toString("utf8"), "utf16le");
    case 1:
      return Buffer.concat([
        bytes.subarray(0, at),
        chance.oneOf([Buffer.from([0xff]), Buffer.from([0xc0, 0x80]), Buffer.from([0xed, 0xa0, 0x80])]),
        bytes.subarray(at),
      ]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([chance.below(256)]), bytes.subarray(at + 1)]);
    default:
      return Buffer.concat([bytes, Buffer.alloc(1024 * 1024 + 1, 0x20)]);
  }
}
