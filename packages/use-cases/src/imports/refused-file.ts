import { ProblemError } from "../problem.ts";

/** What is wrong with a file as a whole: where, by which rule, in words. */
interface FileFault {
  readonly place: string;
  readonly rule: string;
  readonly message: string;
}

/** The error for a file that is refused as a whole: "too-large" where it unpacks to more than is read. */
export function refusedFile(faults: readonly FileFault[]): ProblemError {
  const details = faults.map(({ place, message }) => ({ field: place, message }));
  const kind = faults[0]?.rule === "workbook-too-large" ? "too-large" : "file-refused";
  return new ProblemError(kind, details[0]?.message ?? "The file cannot be imported.", details);
}
