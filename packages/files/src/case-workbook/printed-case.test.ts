import { expect, it } from "vitest";
import { sampleCase } from "../testing/sample-case.ts";
import { openWorkbook } from "../workbook.ts";
import { readXml } from "../workbook-xml.ts";
import { caseWorkbook } from "./case-workbook.ts";
import type { CaseWorkbookInput } from "./case-workbook-input.ts";

/** A case of so many times the lines of the sample: long enough for several pages of inputs. */
function longCase(times: number): CaseWorkbookInput {
  const lines = Array.from({ length: times }, (_, copy) =>
    sampleCase.lines.map((line) => ({ ...line, name: `${line.name} ${copy + 1}` })),
  );
  return { ...sampleCase, lines: lines.flat() };
}

/** How each sheet is printed, as the file says it: the page, what each page repeats, and before which rows one begins. */
async function printed(input: CaseWorkbookInput) {
  const workbook = await openWorkbook(Buffer.from(await caseWorkbook(input)));
  const repeated: string[] = [];
  let isTitles = false;
  const sheets: { name: string; page: Record<string, string>; breaksAfter: number[] }[] = [];
  try {
    await readXml(workbook.parts.read("xl/workbook.xml"), "xl/workbook.xml", {
      open: (element, attributes) => {
        isTitles = element === "definedName" && attributes["name"] === "_xlnm.Print_Titles";
      },
      text: (text) => {
        if (isTitles) repeated.push(text);
      },
    });
    for (const { name, part } of workbook.sheets) {
      const sheet: (typeof sheets)[number] = { name, page: {}, breaksAfter: [] };
      sheets.push(sheet);
      await readXml(workbook.parts.read(part), part, {
        open: (element, attributes) => {
          if (element === "pageSetup") sheet.page = { ...attributes };
          if (element === "brk") sheet.breaksAfter.push(Number(attributes["id"]));
        },
      });
    }
  } finally {
    workbook.parts.close();
  }
  return { sheets, repeated };
}

it("prints each sheet across landscape pages, and each page begins with the heads of its table", async () => {
  const { sheets, repeated } = await printed(sampleCase);
  for (const { name, page } of sheets)
    expect({ name, ...page }).toMatchObject({ orientation: "landscape", paperSize: "9", fitToWidth: "1" });
  // Inputs: the band, the heads and the dates over the assumptions; the other tables begin at the top.
  expect(repeated).toEqual([
    "Inputs!$35:$37",
    "Flows!$1:$5",
    "Results!$1:$5",
    "Check!$1:$6",
    "Benchmarks!$1:$4",
    "Provenance!$1:$4",
  ]);
});

it("begins a page with a section of the inputs that would be cut in two, and none where all fits on one", async () => {
  const breaksOf = async (times: number) => (await printed(longCase(times))).sheets[0]?.breaksAfter;
  const [short, long] = [{ ...sampleCase, lines: sampleCase.lines.slice(2) }, 14];
  expect((await printed(short)).sheets[0]?.breaksAfter).toEqual([]);
  // The lines and their risk still fit beside the choices, the assumptions do not.
  expect(await breaksOf(1)).toEqual([34]);
  // 56 lines fill a page of their own.
  expect(await breaksOf(long)).toEqual([27, 86]);
});
