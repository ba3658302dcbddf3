import type { Readable } from "node:stream";
import { fromBuffer, type Entry, type ZipFile } from "yauzl";
import { FileRefusal } from "./file-refusal.ts";

const mebibyte = 1024 * 1024;

/** What an uploaded workbook may be. Honest ones stay far below; a bomb is far above. */
export const workbookLimits = {
  /** The file itself, which lies in memory while it is read. */
  fileBytes: 50 * mebibyte,
  parts: 2_000,
  /** Of all parts, as unpacked. */
  allBytes: 100 * mebibyte,
  /** How many times a part of more than `smallPart` bytes may be larger than it is packed. */
  ratio: 100,
  smallPart: mebibyte,
} as const;

/** The parts of a workbook: which there are, and the text of one, a chunk at a time. */
export type WorkbookParts = {
  has: (name: string) => boolean;
  /** The bytes of a part; throws `FileRefusal` as soon as more come than its directory promised. */
  read: (name: string) => AsyncGenerator<Uint8Array>;
  close: () => void;
};

/**
 * Opens a workbook's zip directory and refuses, before anything is inflated, what is too large, too densely
 * packed, encrypted, or holds macros. What the directory promised is counted again while a part is inflated.
 */
export async function openWorkbookParts(file: Buffer): Promise<WorkbookParts> {
  try {
    const zip = await openZip(file);
    const entries = await readDirectory(zip);
    return {
      has: (name) => entries.has(name),
      read: (name) => readPart(zip, name, entries.get(name)),
      close: () => zip.close(),
    };
  } catch (error) {
    throw error instanceof FileRefusal ? error : brokenWorkbook("the file", reasonOf(error));
  }
}

/** A workbook that is damaged: `reason` ends the sentence. */
export function brokenWorkbook(place: string, reason: string): FileRefusal {
  return new FileRefusal(place, "broken-workbook", `The workbook cannot be read, ${place}: ${reason}.`);
}

/** What an error says, without the full stop at its end. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, "");
}

function openZip(file: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true, validateEntrySizes: true, autoClose: false }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });
}

async function readDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > workbookLimits.parts) {
    throw tooLarge("the file", `${zip.entryCount} parts; at most ${workbookLimits.parts} are read`);
  }
  const entries = new Map<string, Entry>();
  let bytes = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", resolve);
    zip.on("entry", (entry: Entry) => {
      try {
        checkEntry(entry, entries);
        bytes += entry.uncompressedSize;
        if (bytes > workbookLimits.allBytes) throw tooLarge("the file", unpackedWords(bytes));
        entries.set(entry.fileName, entry);
        zip.readEntry();
      } catch (error) {
        reject(error);
      }
    });
    zip.readEntry();
  });
  return entries;
}

function checkEntry(entry: Entry, known: ReadonlyMap<string, Entry>): void {
  const { fileName, uncompressedSize, compressedSize } = entry;
  const place = `part "${fileName}"`;
  if (known.has(fileName)) throw brokenWorkbook(place, "the part stands in it twice");
  if (entry.isEncrypted()) throw brokenWorkbook(place, "the part is encrypted");
  if (/vbaproject|macrosheet/i.test(fileName)) {
    const message = `The workbook holds macros (${fileName}); save it as .xlsx without them.`;
    throw new FileRefusal(place, "macros", message);
  }
  const ratio = uncompressedSize / Math.max(1, compressedSize);
  if (uncompressedSize > workbookLimits.smallPart && ratio > workbookLimits.ratio) {
    const what = `it unpacks to ${inMebibytes(uncompressedSize)} MiB, ${Math.round(ratio).toLocaleString("en")} times its size; at most ${workbookLimits.ratio} times is read`;
    throw tooLarge(place, what);
  }
}

async function* readPart(zip: ZipFile, name: string, entry: Entry | undefined): AsyncGenerator<Uint8Array> {
  const place = `part "${name}"`;
  if (entry === undefined) throw brokenWorkbook(place, "the part is missing");
  let stream: Readable | undefined;
  try {
    stream = await openPart(zip, entry);
    let bytes = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) throw tooLarge(place, "more than its directory says");
      yield chunk;
    }
  } catch (error) {
    throw error instanceof FileRefusal ? error : brokenWorkbook(place, reasonOf(error));
  } finally {
    stream?.destroy();
  }
}

function openPart(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(stream);
    });
  });
}

function tooLarge(place: string, what: string): FileRefusal {
  return new FileRefusal(place, "workbook-too-large", `The workbook is refused, ${place}: ${what}.`);
}

function unpackedWords(bytes: number): string {
  const most = inMebibytes(workbookLimits.allBytes);
  return `more than ${most} MiB unpacked (${inMebibytes(bytes)} MiB and on); export the sheet as CSV`;
}

function inMebibytes(bytes: number): string {
  return (bytes / mebibyte).toFixed(0);
}
