import { globSync } from "node:fs";
import { join, relative } from "node:path";

const web = join(import.meta.dirname, "..");

/** Where the catalogue of the English texts stands, and the translations beside it. */
export const locales = join(web, "locales");

/** Folders whose texts are not in the catalogue yet. */
const notYet: readonly string[] = [];

/** The source files that may hold texts of the pages: not the tests, nor the tags themselves. */
export function sourceFiles(): string[] {
  return globSync("src/**/*.{ts,tsx}", { cwd: web })
    .filter((file) => !/\.test\.tsx?$/.test(file) && file !== join("src", "words.ts"))
    .filter((file) => !notYet.some((folder) => file.startsWith(folder)))
    .toSorted()
    .map((file) => join(web, file));
}

/** A file as it is named to people: "src/shell/frame.tsx". */
export function shortName(file: string): string {
  return relative(web, file).replaceAll("\\", "/");
}
