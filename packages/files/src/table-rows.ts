import type { CsvHeader } from "./csv-header.ts";
import type { ColumnSpelling } from "./cell-spelling.ts";
import { readCsvRows, type CsvOptions } from "./csv-rows.ts";
import type { RowVisitor } from "./csv-scanner.ts";
import { FileRefusal } from "./file-refusal.ts";
import { workbookLimits } from "./workbook-parts.ts";
import { readWorkbookRows } from "./workbook-rows.ts";

export type TableOptions = CsvOptions & {
  /** The sheet of a workbook. */
  sheet?: string | undefined;
  /** How the cells of a workbook's column are spelled, by its heading. */
  spelling?: ((column: string) => ColumnSpelling) | undefined;
};

export type TableHeader = CsvHeader & {
  /** The sheet, where the file is a workbook, and how many of the wanted cells came from a formula. */
  sheet?: string;
  formulaCells: number;
};

/**
 * Reads the rows of a table, whatever the file is by its content: an .xlsx workbook, or CSV. What it is named
 * does not matter. See `readCsvRows` and `readWorkbookRows`.
 */
export async function readTableRows(
  source: AsyncIterable<Uint8Array>,
  options: TableOptions,
  visit: RowVisitor,
): Promise<TableHeader> {
  const chunks = source[Symbol.asyncIterator]();
  try {
    const head = await readHead(chunks);
    refuseOldWorkbook(head);
    if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) {
      return await readWorkbookRows(await readAll(head, chunks), options, visit);
    }
    return { ...(await readCsvRows(rejoin(head, chunks), options, visit)), formulaCells: 0 };
  } finally {
    await chunks.return?.();
  }
}

async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < 8) {
    const { done, value } = await chunks.next();
    if (done === true) return head;
    head = Buffer.concat([head, value]);
  }
  return head;
}

async function* rejoin(head: Buffer, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  while (true) {
    const { done, value } = await chunks.next();
    if (done === true) return;
    yield value;
  }
}

async function readAll(head: Buffer, chunks: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of rejoin(head, chunks)) {
    bytes += chunk.length;
    if (bytes > workbookLimits.fileBytes) {
      const most = workbookLimits.fileBytes / 1024 / 1024;
      const message = `The workbook is larger than ${most} MiB; export the sheet as CSV, which may be of any length.`;
      throw new FileRefusal("the file", "workbook-too-large", message);
    }
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

function refuseOldWorkbook(head: Buffer): void {
  if (!startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return;
  const message =
    "This is an .xls workbook of before 2007, or one with a password; save it as .xlsx without one.";
  throw new FileRefusal("the file", "old-workbook", message);
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}
