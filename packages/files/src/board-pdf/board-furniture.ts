import { instantWords } from "../case-workbook/sheet-shape.ts";
import { paperWords } from "./board-words.ts";
import { ink, sheet, writeLine, writeText, type BoardPage, type Box } from "./board-document.ts";

const inner = sheet.right - sheet.left;

/** Which page of how many. */
export type PagePlace = { readonly number: number; readonly of: number };

type Headed = {
  readonly title: string;
  readonly organisation: string;
  readonly subtitle: string;
  readonly asOf: string;
};

/** Whose page it is, of what, and as of when. Long names wrap onto a second line. */
export function drawHead(page: BoardPage, { title, organisation, subtitle, asOf }: Headed): void {
  const { doc } = page;
  page.decorate(() => doc.rect(0, 0, sheet.left + inner + sheet.left, 6).fill(ink.brand));
  page.read("P", () => {
    const place = { x: sheet.left, y: 24, width: inner - 190 };
    writeLine(doc, organisation, place, { size: 8.5, colour: ink.faint });
    const when = { x: sheet.right - 180, y: 24, width: 180 };
    writeLine(doc, paperWords(`As of ${instantWords(asOf)}`), when, {
      size: 8.5,
      colour: ink.faint,
      align: "right",
    });
  });
  page.read("H1", () => {
    doc.font("bold", 18);
    const isLong = doc.widthOfString(title) > inner;
    const size = isLong ? 13 : 18;
    const box = { x: sheet.left, y: isLong ? 38 : 42, width: inner, height: isLong ? 38 : 26 };
    writeText(doc, title, box, { size, bold: true, colour: ink.brand });
  });
  page.read("P", () => {
    writeText(
      doc,
      subtitle,
      { x: sheet.left, y: 76, width: inner, height: 26 },
      { size: 8.5, colour: ink.text },
    );
  });
}

/** The four figures a board reads first, each with what it is reckoned on. */
export function drawTiles(
  page: BoardPage,
  tiles: readonly { readonly label: string; readonly value: string; readonly basis: string }[],
  y: number,
): void {
  const { doc } = page;
  const gap = 10;
  const width = (inner - gap * (tiles.length - 1)) / tiles.length;
  tiles.forEach(({ label, value, basis }, index) => {
    const x = sheet.left + index * (width + gap);
    page.decorate(() => doc.roundedRect(x, y, width, 70, 4).fill(ink.ground));
    page.read("P", () => {
      const text = { x: x + 8, width: width - 14 };
      writeLine(doc, label, { ...text, y: y + 8 }, { size: 7, colour: ink.faint });
      doc.font("bold", 16);
      const size = doc.widthOfString(value) > text.width ? 9.5 : 16;
      const colour = value.startsWith("−") ? ink.loss : ink.text;
      writeText(
        doc,
        value,
        { ...text, y: y + (size === 16 ? 19 : 21), height: 24 },
        { size, bold: true, colour },
      );
      writeText(doc, basis, { ...text, y: y + 45, height: 20 }, { size: 6.5, colour: ink.faint });
    });
  });
}

/** Sentences under a heading, as many as there is room for. */
export function drawNotes(page: BoardPage, notes: readonly string[], box: Box): void {
  if (notes.length === 0 || box.height < 30) return;
  const { doc } = page;
  page.read("H2", () => writeLine(doc, "To read with it", box, { size: 8.5, bold: true, colour: ink.brand }));
  let y = box.y + 14;
  for (const note of notes) {
    const room = box.y + box.height - y;
    if (room < 12) return;
    page.read("P", () => {
      y += writeText(doc, note, { ...box, y, height: Math.min(room, 24) }, { size: 7.5 }) + 4;
    });
  }
}

/** The basis of every figure on the page, the engine, and the page's number. */
export function drawFoot(
  page: BoardPage,
  basis: string,
  { currency, engineVersion }: { readonly currency: string; readonly engineVersion: string },
  { number, of }: PagePlace,
): void {
  const { doc } = page;
  page.decorate(() => {
    doc.lineWidth(0.5).strokeColor(ink.line).moveTo(sheet.left, 803).lineTo(sheet.right, 803).stroke();
  });
  page.read("P", () => {
    const words = `${basis} Amounts in ${currency}. Liftledger engine ${engineVersion}.`;
    const place = { x: sheet.left, y: 807, width: inner - 60, height: 33 };
    writeText(doc, words, place, { size: 6.5, colour: ink.faint });
    const at = { x: sheet.right - 55, y: 808, width: 55 };
    writeLine(doc, `Page ${number} of ${of}`, at, { size: 6.5, colour: ink.faint, align: "right" });
  });
}
