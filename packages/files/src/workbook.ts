import { FileRefusal } from "./file-refusal.ts";
import { numberMeaning, type NumberMeaning } from "./number-format.ts";
import { brokenWorkbook, openWorkbookParts, type WorkbookParts } from "./workbook-parts.ts";
import { readXml } from "./workbook-xml.ts";

export type WorkbookSheet = { name: string; part: string; isHidden: boolean };

/** A workbook opened for reading: everything but its sheets' rows. */
export type Workbook = {
  parts: WorkbookParts;
  sheets: readonly WorkbookSheet[];
  /** Whether day 0 is 1904-01-01 rather than the day before 1900-01-01. */
  isDate1904: boolean;
  /** The texts cells refer to by number. */
  texts: readonly string[];
  /** What the numbers of each cell style stand for. */
  styles: readonly NumberMeaning[];
};

type Relation = { id: string; type: string; part: string };

const mostTexts = 2_000_000;
const mostTextLength = 128 * 1024 * 1024;

/**
 * Opens a workbook (.xlsx): its sheets, texts and styles. Throws `FileRefusal` where it is damaged, too
 * large as unpacked, or holds what no data needs (macros, a DOCTYPE). Close `parts` when done.
 */
export async function openWorkbook(file: Buffer): Promise<Workbook> {
  const parts = await openWorkbookParts(file);
  try {
    if (!parts.has("xl/workbook.xml")) throw noWorkbook(parts);
    await refuseMacros(parts);
    const relations = await readRelations(parts);
    const { sheets, isDate1904 } = await readSheets(parts, relations);
    const partOf = (type: string) => relations.find((relation) => relation.type.endsWith(`/${type}`))?.part;
    return {
      parts,
      sheets,
      isDate1904,
      texts: await readTexts(parts, partOf("sharedStrings")),
      styles: await readStyles(parts, partOf("styles")),
    };
  } catch (error) {
    parts.close();
    throw error;
  }
}

function noWorkbook(parts: WorkbookParts): FileRefusal {
  const what = parts.has("mimetype") || parts.has("content.xml") ? "an OpenDocument file" : "a zip file";
  const message = `This is ${what} and no .xlsx workbook; save the sheet as .xlsx or CSV.`;
  return new FileRefusal("the file", "not-a-workbook", message);
}

async function refuseMacros(parts: WorkbookParts): Promise<void> {
  const name = "[Content_Types].xml";
  if (!parts.has(name)) throw brokenWorkbook(`part "${name}"`, "the part is missing");
  await readXml(parts.read(name), name, {
    open: (_, { ContentType = "" }) => {
      if (!/macroEnabled/i.test(ContentType)) return;
      const message = "The workbook is one with macros; save it as .xlsx without them.";
      throw new FileRefusal("the file", "macros", message);
    },
  });
}

async function readRelations(parts: WorkbookParts): Promise<Relation[]> {
  const name = "xl/_rels/workbook.xml.rels";
  const relations: Relation[] = [];
  if (!parts.has(name)) return relations;
  await readXml(parts.read(name), name, {
    open: (element, { Id = "", Type = "", Target = "", TargetMode }) => {
      if (element !== "Relationship" || TargetMode === "External") return;
      relations.push({ id: Id, type: Type, part: resolvePart(Target) });
    },
  });
  return relations;
}

function resolvePart(target: string): string {
  return new URL(target, "zip://workbook/xl/").pathname.slice(1);
}

async function readSheets(parts: WorkbookParts, relations: readonly Relation[]) {
  const sheets: WorkbookSheet[] = [];
  let isDate1904 = false;
  await readXml(parts.read("xl/workbook.xml"), "xl/workbook.xml", {
    open: (element, attributes) => {
      if (element === "workbookPr") isDate1904 = /^(1|true)$/i.test(attributes["date1904"] ?? "");
      if (element !== "sheet") return;
      const relationId = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      const relation = relations.find(({ id }) => id === relationId);
      // Chart sheets have no cells.
      if (relation === undefined || !relation.type.endsWith("/worksheet")) return;
      const isHidden = /hidden/i.test(attributes["state"] ?? "");
      sheets.push({ name: attributes["name"] ?? "", part: relation.part, isHidden });
    },
  });
  if (sheets.length === 0) throw new FileRefusal("the file", "no-sheets", "The workbook has no sheets.");
  return { sheets, isDate1904 };
}

/** Texts may be of several runs in different type; readings for East Asian names (`rPh`) are left out. */
async function readTexts(parts: WorkbookParts, part: string | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (part === undefined || !parts.has(part)) return texts;
  let [text, length, isText, isReading] = ["", 0, false, false];
  await readXml(parts.read(part), part, {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") isReading = true;
      isText = name === "t" && !isReading;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      if (name === "t") isText = false;
      if (name === "rPh") isReading = false;
      if (name !== "si") return;
      texts.push(unescapeText(text));
      length += text.length;
      if (texts.length > mostTexts || length > mostTextLength) throw tooMuchText(part);
    },
  });
  return texts;
}

/** Characters XML cannot hold are written _x000D_. */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function tooMuchText(part: string): FileRefusal {
  const message = `The workbook has more text than is read: ${mostTexts.toLocaleString("en")} different texts at most.`;
  return new FileRefusal(`part "${part}"`, "workbook-too-large", message);
}

async function readStyles(parts: WorkbookParts, part: string | undefined): Promise<NumberMeaning[]> {
  const styles: NumberMeaning[] = [];
  if (part === undefined || !parts.has(part)) return styles;
  const codes = new Map<number, string>();
  let isCellStyle = false;
  await readXml(parts.read(part), part, {
    open: (name, { numFmtId = "0", formatCode = "" }) => {
      if (name === "numFmt") codes.set(Number(numFmtId), formatCode);
      if (name === "cellXfs") isCellStyle = true;
      if (name === "xf" && isCellStyle)
        styles.push(numberMeaning(Number(numFmtId), codes.get(Number(numFmtId))));
    },
    close: (name) => {
      if (name === "cellXfs") isCellStyle = false;
    },
  });
  return styles;
}
