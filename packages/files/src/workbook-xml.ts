import { SaxesParser, type SaxesTagPlain } from "saxes";
import { FileRefusal } from "./file-refusal.ts";
import { brokenWorkbook, reasonOf } from "./workbook-parts.ts";

/** Takes the elements of a part as they come; names without their namespace prefix. Text comes whole. */
export type XmlVisitor = {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
  /** Asked after every chunk: whether enough was seen. */
  isDone?: () => boolean;
};

/** No honest element is longer than that; a longer one would pile up in memory. */
const longestElement = 4 * 1024 * 1024;

/**
 * Reads an XML part by streaming. A DOCTYPE, and with it every entity of its own, is refused; so is XML that
 * is not well-formed.
 */
export async function readXml(
  source: AsyncIterable<Uint8Array>,
  part: string,
  visitor: XmlVisitor,
): Promise<void> {
  const place = `part "${part}"`;
  let unread = 0;
  const parser = watchingParser(place, visitor, () => (unread = 0));
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    for await (const chunk of source) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      unread += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      if (unread > longestElement) throw brokenWorkbook(place, "an element is longer than 4 MiB");
      if (visitor.isDone?.() === true) return;
    }
    parser.write(decoder?.decode() ?? "").close();
  } catch (error) {
    if (!isBroken(error)) throw error;
    throw brokenWorkbook(place, reasonOf(error));
  }
}

/** What the parser calls wrong, told apart from what a visitor throws. */
class XmlError extends Error {}

function isBroken(error: unknown): boolean {
  return error instanceof XmlError || (error instanceof TypeError && "code" in error);
}

function watchingParser(place: string, visitor: XmlVisitor, onEvent: () => void) {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  parser.on("error", (error) => {
    throw new XmlError(error.message);
  });
  parser.on("doctype", () => {
    const message = `The workbook is refused, ${place}: it has a DOCTYPE, which no spreadsheet writes.`;
    throw new FileRefusal(place, "doctype", message);
  });
  parser.on("opentag", (tag: SaxesTagPlain) => {
    onEvent();
    visitor.open?.(localName(tag.name), tag.attributes);
  });
  parser.on("text", (text) => {
    onEvent();
    visitor.text?.(text);
  });
  parser.on("cdata", (text) => visitor.text?.(text));
  parser.on("closetag", (tag: SaxesTagPlain) => visitor.close?.(localName(tag.name)));
  return parser;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return "utf-8";
}
