import { fileURLToPath } from "node:url";
import PdfDocument from "pdfkit";

type Doc = InstanceType<typeof PdfDocument>;

/** Colours of the page: dark ink on white, two hues that stay apart in grey and to colour-blind eyes. */
export const ink = {
  text: "#1B1F24",
  faint: "#57606A",
  brand: "#12355B",
  accent: "#C2570C",
  pale: "#8FB3D9",
  line: "#D0D7DE",
  ground: "#F3F6FA",
  loss: "#A40E26",
} as const;

/** A4, in points, and what is left of it inside the margins. */
export const sheet = {
  width: 595.28,
  height: 841.89,
  left: 42,
  right: 553.28,
  top: 40,
  bottom: 800,
} as const;

/** Where something is drawn. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

type Structure = ReturnType<Doc["struct"]>;

/** A page while it is drawn: everything on it is either read aloud, in order, or decoration. */
export type BoardPage = {
  readonly doc: Doc;
  /** Draws what is read as a heading, a paragraph or a cell. */
  readonly read: (kind: "H1" | "H2" | "P", draw: () => void) => void;
  /** Draws a picture, with the words that stand for it. */
  readonly picture: (alt: string, draw: () => void) => void;
  /** Draws lines and grounds that say nothing. */
  readonly decorate: (draw: () => void) => void;
};

export type TextStyle = {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: "left" | "right" | "center";
};

const fontFile = (name: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${name}`));

/** What a board document bears. */
export type BoardInfo = {
  readonly title: string;
  readonly organisation: string;
  readonly subject: string;
  /** The instant it bears, as ISO text: with it the same pages are the same bytes. */
  readonly asOf: string;
};

/** Draws pages into a PDF: fonts embedded, text extractable and in reading order, no clock in it. */
export async function boardDocument(
  info: BoardInfo,
  pages: readonly ((page: BoardPage) => void)[],
): Promise<Uint8Array> {
  const doc = new PdfDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: "en-GB",
    info: {
      Title: info.title,
      Author: info.organisation,
      Subject: info.subject,
      Creator: "Liftledger",
      Producer: "Liftledger",
      CreationDate: new Date(info.asOf),
      ModDate: new Date(info.asOf),
    },
  });
  const bytes = collected(doc);
  doc.registerFont("regular", fontFile("400Regular/Inter_400Regular.ttf"));
  doc.registerFont("bold", fontFile("600SemiBold/Inter_600SemiBold.ttf"));
  const root = doc.struct("Document");
  doc.addStructure(root);
  for (const draw of pages) {
    doc.addPage();
    draw(pageOf(doc, root));
  }
  root.end();
  doc.end();
  return bytes;
}

async function collected(doc: Doc): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of doc as AsyncIterable<Buffer>) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

function pageOf(doc: Doc, root: Structure): BoardPage {
  return {
    doc,
    read: (kind, draw) => {
      root.add(doc.struct(kind, {}, draw));
    },
    picture: (alt, draw) => {
      root.add(doc.struct("Figure", { alt }, draw));
    },
    decorate: (draw) => {
      doc.markContent("Artifact", { type: "Layout" });
      draw();
      doc.endMarkedContent();
    },
  };
}

/** Figures have digits of one width, so that they line up in columns; in words that would tear hyphens apart. */
function featuresOf(text: string): PDFKit.Mixins.OpenTypeFeatures[] {
  return /^−?\p{Sc}?\d/u.test(text) ? ["tnum", "kern"] : ["kern"];
}

/** Writes a text into a box, wrapped; what does not fit ends in an ellipsis. Gives the height it took. */
export function writeText(doc: Doc, text: string, box: Box, style: TextStyle): number {
  const { size, bold = false, colour = ink.text, align = "left" } = style;
  doc.font(bold ? "bold" : "regular", size).fillColor(colour);
  const lineGap = size * 0.15;
  const { x, y, width, height } = box;
  doc.text(text, x, y, { width, height, align, ellipsis: true, lineGap, features: featuresOf(text) });
  return Math.min(height, doc.heightOfString(text, { width, lineGap }));
}

/** Writes a text on one line, shortened to its width. */
export function writeLine(doc: Doc, text: string, box: Omit<Box, "height">, style: TextStyle): void {
  const { size, bold = false, colour = ink.text, align = "left" } = style;
  doc.font(bold ? "bold" : "regular", size).fillColor(colour);
  doc.text(shortened(doc, text, box.width), box.x, box.y, {
    width: box.width + 1,
    align,
    lineBreak: false,
    features: featuresOf(text),
  });
}

/** As much of a text as fits in a width, ending in an ellipsis where some is left out. */
function shortened(doc: Doc, text: string, width: number): string {
  if (doc.widthOfString(text) <= width) return text;
  const letters = [...text];
  let [fits, tooMany] = [0, letters.length];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >>> 1;
    if (doc.widthOfString(`${letters.slice(0, middle).join("")}…`) <= width) fits = middle;
    else tooMany = middle;
  }
  return `${letters.slice(0, fits).join("").trimEnd()}…`;
}
