import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { readTranslation } from "./read-translation.ts";

/**
 * Builds each translation of a folder to a script that says its texts before the page begins, and lists them in
 * translations.json, by which the server names one of them in the page for whoever reads that language.
 */
export function translationsPlugin(folder: string): Plugin {
  return {
    name: "translations",
    apply: "build",
    generateBundle() {
      const scripts: Record<string, string> = {};
      for (const file of globSync("*.po", { cwd: folder }).toSorted()) {
        const language = file.replace(/\.po$/, "");
        const source = translationScript(language, readFileSync(join(folder, file), "utf8"));
        const reference = this.emitFile({ type: "asset", name: `words-${language}.js`, source });
        scripts[language] = `/${this.getFileName(reference)}`;
      }
      const source = `${JSON.stringify(scripts)}\n`;
      this.emitFile({ type: "asset", fileName: "translations.json", source });
    },
  };
}

/** The script of a translation, from the text of its file. */
export function translationScript(language: string, text: string): string {
  return `globalThis.liftledgerTranslation=${JSON.stringify(readTranslation(language, text))};\n`;
}
