import { isAscii, isUtf8 } from "node:buffer";
import { FileRefusal } from "./file-refusal.ts";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Raised after all the text before the broken bytes was handed on, so that the reader knows the line. */
export class BrokenText extends Error {
  readonly rule: string;

  constructor(rule: string, message: string) {
    super(message);
    this.name = "BrokenText";
    this.rule = rule;
  }
}

/**
 * Decodes a file to text, fatally: a byte sequence the encoding does not have ends the reading with
 * `BrokenText`, never with a replacement character. A byte order mark decides the encoding and is dropped;
 * otherwise `declared` does, or UTF-8. Files that are no text at all (a workbook, a web page) are refused
 * by what they are.
 */
export async function* decodeText(
  source: AsyncIterable<Uint8Array>,
  declared?: TextEncoding,
): AsyncGenerator<string> {
  let decoder: ChunkDecoder | undefined;
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    let bytes: Buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (decoder === undefined) {
      head = Buffer.concat([head, bytes]);
      if (head.length < 64) continue;
      ({ decoder, bytes } = startDecoding(head, declared));
    }
    yield* decoder(bytes, false);
  }
  if (decoder === undefined) {
    const started = startDecoding(head, declared);
    decoder = started.decoder;
    yield* decoder(started.bytes, false);
  }
  yield* decoder(Buffer.alloc(0), true);
}

type ChunkDecoder = (bytes: Buffer, isEnd: boolean) => Generator<string>;

function startDecoding(
  head: Buffer,
  declared: TextEncoding | undefined,
): { decoder: ChunkDecoder; bytes: Buffer } {
  refuseOtherFormats(head);
  const mark = byteOrderMarks.find(({ bytes }) => head.subarray(0, bytes.length).equals(bytes));
  const encoding = mark?.encoding ?? declared ?? "utf-8";
  const decoder = encoding === "utf-8" ? utf8Decoder() : streamDecoder(encoding);
  return { decoder, bytes: head.subarray(mark?.bytes.length ?? 0) };
}

const byteOrderMarks: readonly { bytes: Buffer; encoding: TextEncoding }[] = [
  { bytes: Buffer.from([0xef, 0xbb, 0xbf]), encoding: "utf-8" },
  { bytes: Buffer.from([0xff, 0xfe]), encoding: "utf-16le" },
  { bytes: Buffer.from([0xfe, 0xff]), encoding: "utf-16be" },
];

function refuseOtherFormats(head: Buffer): void {
  if (head.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"))) {
    throw new FileRefusal(
      "the file",
      "not-csv",
      "This is a workbook or zip file, not a CSV file; export the sheet as CSV.",
    );
  }
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(head.toString("latin1"))) {
    throw new FileRefusal(
      "the file",
      "not-csv",
      "This is a web page or XML file, not a CSV file; export the table as CSV.",
    );
  }
  if (/^(\u00ef\u00bb\u00bf)?\s*[[{]\s*["[{]/.test(head.toString("latin1"))) {
    throw new FileRefusal("the file", "not-csv", "This is JSON, not a CSV file; export the table as CSV.");
  }
}

/**
 * UTF-8 a chunk at a time. Node's TextDecoder is several times slower in streaming mode, so only the few
 * bytes of a character cut by the end of a chunk are carried over.
 */
function utf8Decoder(): ChunkDecoder {
  let cut: Buffer = Buffer.alloc(0);
  return function* decode(chunk, isEnd) {
    const bytes = cut.length === 0 ? chunk : Buffer.concat([cut, chunk]);
    if (isAscii(bytes)) {
      cut = Buffer.alloc(0);
      if (bytes.length > 0) yield bytes.toString("latin1");
      return;
    }
    const whole = isEnd ? bytes.length : bytes.length - lengthOfCutCharacter(bytes);
    cut = bytes.subarray(whole);
    const text = bytes.subarray(0, whole);
    if (isUtf8(text)) yield text.toString("utf8");
    else yield* throwBrokenUtf8(text);
  };
}

/** How many bytes at the end begin a character whose rest is in the next chunk: 0 to 3. */
function lengthOfCutCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}

function* throwBrokenUtf8(bytes: Buffer): Generator<string> {
  let [valid, broken] = [0, bytes.length];
  // The longest valid prefix, by halving: a prefix that ends within a character is not valid either.
  while (broken - valid > 1) {
    const middle = (valid + broken) >> 1;
    const prefix = bytes.subarray(0, middle);
    if (isUtf8(prefix.subarray(0, middle - lengthOfCutCharacter(prefix)))) valid = middle;
    else broken = middle;
  }
  const start = valid - lengthOfCutCharacter(bytes.subarray(0, valid));
  yield bytes.subarray(0, start).toString("utf8");
  const found = [...bytes.subarray(start, start + 2)]
    .map((byte) => `0x${byte.toString(16).toUpperCase()}`)
    .join(" ");
  const advice = "if the file comes from an older program, say windows-1252 in the recipe";
  throw new BrokenText("broken-encoding", `the bytes ${found} are not UTF-8; ${advice}`);
}

function streamDecoder(encoding: Exclude<TextEncoding, "utf-8">): ChunkDecoder {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return function* decode(bytes, isEnd) {
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: !isEnd });
    } catch {
      const message = isEnd
        ? `the file ends within a character of ${encoding}`
        : `the bytes are not ${encoding}`;
      throw new BrokenText("broken-encoding", message);
    }
    if (text !== "") yield text;
  };
}
