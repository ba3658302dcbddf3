import PO from "pofile";
import { findTexts, type FoundText } from "./find-texts.ts";
import { shortName } from "./source-files.ts";
import type { SourceTree } from "./syntax-tree.ts";

/** A text of the catalogue, and the files it stands in. */
interface CatalogueText extends FoundText {
  files: readonly string[];
}

/**
 * The catalogue of the English texts as a gettext template: one entry a text, in the order of the alphabet, so that a
 * change of a page changes few lines of it. Beside it, what is wrong with texts that no translation could say.
 */
export function writeCatalogue(sources: readonly SourceTree[]): { catalogue: string; faults: string[] } {
  const { texts, faults } = textsOf(sources);
  const catalogue = new PO();
  catalogue.headers = {
    "Project-Id-Version": "Liftledger",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
  };
  catalogue.items = texts.map(entryOf);
  return { catalogue: `${catalogue.toString().trimEnd()}\n`, faults };
}

function entryOf({ english, many, fillings, files }: CatalogueText) {
  const entry = new PO.Item();
  entry.msgid = english;
  if (many !== undefined) entry.msgid_plural = many;
  entry.msgstr = many === undefined ? [""] : ["", ""];
  entry.extractedComments = fillings.map((code, index) => `{${index}}: ${shortened(code)}`);
  entry.references = [...files];
  return entry;
}

function textsOf(sources: readonly SourceTree[]): { texts: CatalogueText[]; faults: string[] } {
  const texts = new Map<string, CatalogueText>();
  const faults: string[] = [];
  for (const source of sources) {
    const found = findTexts(source);
    const { file } = source;
    faults.push(...found.faults.map(({ line, why }) => `${shortName(file)}:${line}: ${why}`));
    for (const text of found.texts) {
      const known = texts.get(text.english);
      if (known !== undefined && known.many !== text.many)
        faults.push(`${shortName(file)}: “${text.english}” is a plural in one place and not in another`);
      const places = new Set([...(known?.files ?? []), shortName(file)]);
      texts.set(text.english, { ...(known ?? text), files: [...places] });
    }
  }
  // By code units, not by a locale: the same order on every machine.
  return { texts: [...texts.values()].toSorted((a, b) => (a.english < b.english ? -1 : 1)), faults };
}

function shortened(code: string): string {
  return code.length > 60 ? `${code.slice(0, 59)}…` : code;
}
