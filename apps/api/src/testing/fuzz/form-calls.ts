import { goodFiles } from "../good-files.ts";
import type { Chance } from "./chance.ts";
import type { FormPart } from "./changed-form.ts";

/** An endpoint that takes a form, and a form that it takes. */
export interface FormCall {
  path: string;
  parts: FormPart[];
}

const headings =
  "Line,Kind,Class,Owner,Our share,Confidence,Turned into money,Counted by another benefit,Adoption,Source,Evidence,Start,Year 1,Year 2";
const caseSheet = [
  headings,
  'Fewer agency hours,benefit,cost avoidance,Tom Reed,1,1,1,0,1,Contract of 2026,measured,,"12,000","12,000"',
  "Licences,cost,licences,Ada Vance,,,,,,Offer 4711,measured,,6000,6000",
].join("\r\n");

const sheetParts: FormPart[] = [
  { name: "file", fileName: "case.csv", value: Buffer.from(caseSheet) },
  { name: "decimal", value: Buffer.from(".") },
  { name: "start", value: Buffer.from("2026-07") },
];

/** Each in its turn, with one of the good files. */
export function formCall(seed: number, chance: Chance): FormCall {
  const { name, recipe, bytes } = chance.oneOf(goodFiles);
  const file: FormPart = { name: "file", fileName: name, value: bytes };
  const said: FormPart = { name: "recipe", value: Buffer.from(JSON.stringify(recipe)) };
  const currency: FormPart = { name: "currency", value: Buffer.from("EUR") };
  const upload = [file, said, ...(chance.onceIn(3) ? [currency] : [])];
  switch (seed % 5) {
    case 0:
      return { path: "/api/v1/imports/inspect", parts: [file] };
    case 1:
      return { path: "/api/v1/imports/preview", parts: upload };
    case 2:
      return { path: "/api/v1/imports/run", parts: upload };
    case 3:
      return { path: "/api/v1/cases/read-sheet", parts: sheetParts };
    default:
      return { path: "/api/v1/imports", parts: upload };
  }
}
