import { crc32, deflateRawSync } from "node:zlib";
import { workbookParts } from "@liftledger/files/testing/make-workbook";

/** A workbook that is larger than it looks. */
export interface ZipBomb {
  what: string;
  bytes: Buffer;
  /** What it must be answered. */
  status: number;
}

const mebibyte = 1024 * 1024;

/** A row of numbers by chance, of which a packer makes a tenth and not a thousandth. */
function chanceRow(random: () => number): string {
  const cells = Array.from({ length: 12 }, () => `<c><v>${Math.floor(random() * 1e9)}</v></c>`);
  return `<row>${cells.join("")}</row>`;
}

function sheetOf(bytes: number, row: () => string): string {
  const rows: string[] = [];
  for (let length = 0; length < bytes; length += rows.at(-1)?.length ?? 0) rows.push(row());
  return rows.join("");
}

/** Workbooks that must be refused before they are unpacked, or as soon as they unpack to more than they said. */
export function zipBombs(): ZipBomb[] {
  const empty = "<row></row>".repeat(mebibyte);
  let seed = 1;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const chance = sheetOf(11 * mebibyte, () => chanceRow(random));
  const sheets = (count: number) =>
    packed(
      workbookParts(Object.fromEntries(Array.from({ length: count }, (_, sheet) => [`S${sheet}`, chance]))),
    );
  const one = workbookParts({ S: empty });
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, part) => [`xl/media/${part}.bin`, "x"]));
  return [
    { what: "one part of 11 MiB, packed 1 in 500", bytes: packed(one), status: 413 },
    { what: "one part that says it has 1 GiB", bytes: packed(one, 1024 * mebibyte), status: 413 },
    // It is damaged, which is seen at the first byte over what it says.
    { what: "one part of 11 MiB that says it has 1 KiB", bytes: packed(one, 1024), status: 422 },
    { what: "ten parts of 11 MiB", bytes: sheets(10), status: 413 },
    // Not too large: refused only since it has none of the columns.
    { what: "nine parts of 11 MiB", bytes: sheets(9), status: 422 },
    { what: "3,000 parts", bytes: packed({ ...workbookParts({ S: "" }), ...many }), status: 413 },
  ];
}

/** A zip file, its parts deflated; `saysBytes` is what its directory says of the sheets' size where it lies. */
function packed(parts: Readonly<Record<string, string>>, saysBytes?: number): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  const done = new Map<string, Buffer>();
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [nameBytes, data] = [Buffer.from(name), Buffer.from(text)];
    const deflated = done.get(text) ?? deflateRawSync(data);
    done.set(text, deflated);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(deflated.length, 14);
    const isSheet = name.startsWith("xl/worksheets/");
    fields.writeUInt32LE(isSheet ? (saysBytes ?? data.length) : data.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    bodies.push(Buffer.from("PK\u0003\u0004"), fields, nameBytes, deflated);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), fields, entry, nameBytes);
    offset += 30 + nameBytes.length + deflated.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length / 5, 4);
  end.writeUInt16LE(directory.length / 5, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, ...directory, Buffer.from("PK\u0005\u0006"), end]);
}
