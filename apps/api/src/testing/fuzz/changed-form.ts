import type { Chance } from "./chance.ts";
import { oddTexts } from "./odd-texts.ts";

/** A part of a form before it is written down. */
export interface FormPart {
  name: string;
  value: Buffer;
  /** Of a file; left out for a text. */
  fileName?: string;
  /** Lines of the head beside the disposition. */
  head?: readonly string[];
}

/** A form as it goes over the wire. */
export interface WrittenForm {
  contentType: string;
  body: Buffer;
}

const boundary = "----form-7MA4YWxkTrZu0gW";

/** A sound form. */
export function writtenForm(parts: readonly FormPart[]): WrittenForm {
  const body = [...parts.map((part) => partBytes(part)), Buffer.from(`--${boundary}--\r\n`)];
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(body) };
}

/** A form with one or two things otherwise: its parts, its bytes or what it says of itself. */
export function changedForm(sound: readonly FormPart[], chance: Chance): WrittenForm {
  let parts = sound;
  let form = writtenForm(parts);
  for (let changes = 1 + chance.below(2); changes > 0; changes -= 1) {
    const kind = chance.below(3);
    if (kind === 0) parts = changedParts(parts, chance);
    // What is changed in bytes is not written anew.
    if (kind === 0) form = writtenForm(parts);
    if (kind === 1) form = { ...form, body: changedFormBytes(form.body, chance) };
    if (kind === 2) form = { ...form, contentType: chance.oneOf(contentTypes) };
  }
  return form;
}

function partBytes({ name, value, fileName, head = [] }: FormPart): Buffer {
  const file = fileName === undefined ? "" : `; filename="${fileName}"`;
  const lines = [`--${boundary}`, `Content-Disposition: form-data; name="${name}"${file}`, ...head, "", ""];
  return Buffer.concat([Buffer.from(lines.join("\r\n")), value, Buffer.from("\r\n")]);
}

const partNames = [
  "",
  "file",
  "recipe",
  "lookup",
  "currency",
  "__proto__",
  "constructor",
  "x".repeat(200),
  "a\0b",
];
const fileNames = [
  "",
  "\0.csv",
  "../../x.csv",
  "x".repeat(3000),
  "a.xlsx",
  "a",
  "ß\u202e.csv",
  '\\".csv',
  "CON",
];
const headLines = [
  "Content-Type: text/plain; charset=utf-16",
  "Content-Type: text/plain; charset=no-such-charset",
  "Content-Type: text/csv; charset=iso-8859-1",
  "Content-Type: multipart/mixed; boundary=inner",
  `Content-Type: ${"x".repeat(20_000)}`,
  "Content-Transfer-Encoding: base64",
  "Content-Transfer-Encoding: quoted-printable",
  "Content-Disposition: form-data; name=other",
  "Content-Disposition: attachment",
  "Content-Disposition: form-data; name*=utf-8''%ff%zz",
  "no colon",
  ": no name",
  "\0: nul",
  "Content-Type",
];

function changedParts(parts: readonly FormPart[], chance: Chance): readonly FormPart[] {
  const place = chance.below(parts.length);
  const part = parts[place];
  if (part === undefined) return parts;
  const other = (changed: FormPart) => parts.with(place, changed);
  const isFile = part.fileName !== undefined;
  switch (chance.below(10)) {
    case 0:
      return parts.toSpliced(place, 1);
    case 1:
      return [...parts, part];
    case 2:
      return [...parts, { ...part, value: Buffer.from(chance.oneOf(oddTexts)) }];
    case 3:
      return other({ ...part, name: chance.oneOf(partNames) });
    case 4:
      // A file where a text should be, a text where a file should be.
      if (isFile) return other({ name: part.name, value: part.value });
      return other({ ...part, fileName: chance.oneOf(fileNames) });
    case 5:
      return isFile ? other({ ...part, fileName: chance.oneOf(fileNames) }) : parts.toReversed();
    case 6:
      return other({ ...part, head: [chance.oneOf(headLines)] });
    case 7:
      return other({ ...part, value: Buffer.from(chance.oneOf(oddTexts)) });
    case 8:
      return Array.from({ length: chance.oneOf([0, 3, 11, 60]) }, () => part);
    default:
      return [...parts, { name: chance.oneOf(partNames), value: Buffer.from(chance.oneOf(oddTexts)) }];
  }
}

const contentTypes = [
  "",
  "multipart/form-data",
  "multipart/form-data;",
  "multipart/form-data; boundary=",
  'multipart/form-data; boundary=""',
  `multipart/form-data; boundary="${boundary}"`,
  `multipart/form-data; boundary=${boundary}; boundary=other`,
  `multipart/form-data; charset=utf-16; boundary=${boundary}`,
  `multipart/form-data; boundary=${boundary}; charset=no-such-charset`,
  `multipart/form-data; boundary=${boundary.slice(0, -1)}`,
  `multipart/form-data; boundary=${"b".repeat(5000)}`,
  "multipart/form-data; boundary=\u00ff",
  "multipart/form-data; boundary*=utf-8''%ff",
  `multipart/mixed; boundary=${boundary}`,
  `MULTIPART/FORM-DATA; BOUNDARY=${boundary}`,
  "application/json",
  "application/x-www-form-urlencoded",
];

const inserted = [
  `\r\n--${boundary}--\r\n`,
  `\r\n--${boundary}\r\n`,
  `--${boundary}`,
  "\r\n\r\n",
  "\r",
  "\n",
  "\0",
  "\r\n--",
  `\r\n--${boundary}\r\nContent-Disposition: form-data; name="recipe"\r\n\r\n{}\r\n`,
  "x".repeat(70_000),
].map((text) => Buffer.from(text));

function changedFormBytes(body: Buffer, chance: Chance): Buffer {
  const at = chance.below(body.length + 1);
  const [before, after] = [body.subarray(0, at), body.subarray(at)];
  switch (chance.below(7)) {
    case 0:
      return before;
    case 1:
      return Buffer.concat([before, after.subarray(1 + chance.below(40))]);
    case 2:
      return Buffer.concat([before, chance.oneOf(inserted), after]);
    case 3:
      // The fault is in a boundary or a head more often than among the rows.
      return withOtherByte(body, body.indexOf("--", at), chance);
    case 4:
      return Buffer.from(body.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
    case 5:
      return Buffer.concat([after, before]);
    default:
      return withOtherByte(body, at, chance);
  }
}

function withOtherByte(body: Buffer, at: number, chance: Chance): Buffer {
  if (at < 0) return body;
  return Buffer.concat([body.subarray(0, at), Buffer.from([chance.below(256)]), body.subarray(at + 1)]);
}
