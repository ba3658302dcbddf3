import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runInNewContext } from "node:vm";
import { Hono } from "hono";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { locales } from "../../web/texts/source-files.ts";
import { translationsPlugin } from "../../web/texts/translations-plugin.ts";
import type { Translation } from "../../web/src/translation.ts";
import { mountPage } from "./page.ts";

/** By its name alone: the types of React that it brings along would be those of every test here. */
const words: string = "../../web/src/words.ts";
interface Words {
  t(pattern: TemplateStringsArray, ...fillings: (string | number)[]): string;
  form(pattern: TemplateStringsArray, ...fillings: (string | number)[]): unknown;
  plural(count: number, one: unknown, many: unknown): string;
}

const catalogue = join(locales, "liftledger.pot");

/** Says some texts of the catalogue, as somebody does in an editor; the others stay as they are. */
async function translate(file: string, said: readonly [english: string, forms: string][]): Promise<void> {
  let text = await readFile(file, "utf8");
  for (const [english, forms] of said) {
    const parts = text.split(`${english}\n${forms.replaceAll(/"[^"]*"$/gm, '""')}\n`);
    if (parts.length !== 2) throw new Error(`the catalogue has ${english} ${parts.length - 1} times`);
    text = parts.join(`${english}\n${forms}\n`);
  }
  await writeFile(file, text);
}

/** What the build makes of a folder of translations, written to where the server looks. */
async function build(from: string, to: string): Promise<void> {
  const names: string[] = [];
  const written: Promise<void>[] = [];
  const { generateBundle } = translationsPlugin(from);
  const context = {
    emitFile(file: { name?: string; fileName?: string; source: string }) {
      const fileName = file.fileName ?? `assets/${file.name}`;
      written.push(writeFile(join(to, fileName), file.source));
      return String(names.push(fileName) - 1);
    },
    getFileName: (reference: string) => names[Number(reference)],
  };
  (generateBundle as unknown as (this: typeof context) => void).call(context);
  await Promise.all(written);
}

describe("a translation", () => {
  let folder: string;
  let app: Hono;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "liftledger-translation-"));
    await Promise.all(
      ["locales", "dist/assets"].map((name) => mkdir(join(folder, name), { recursive: true })),
    );
    // As CONTRIBUTING.md has it: the catalogue, copied under the name of the language, and said.
    const german = join(folder, "locales/de.po");
    await copyFile(catalogue, german);
    await translate(german, [
      ['msgid "Save the answer"', 'msgstr "Antwort speichern"'],
      [
        'msgid "{0} day after the end"\nmsgid_plural "{0} days after the end"',
        'msgstr[0] "{0} Tag nach dem Ende"\nmsgstr[1] "{0} Tage nach dem Ende"',
      ],
    ]);
    const index = '<html lang="en"><script type="module" src="/main.js"></script></html>';
    await writeFile(join(folder, "dist/index.html"), index);
    await build(join(folder, "locales"), join(folder, "dist"));
    app = new Hono();
    mountPage(app, join(folder, "dist"));
  });
  afterAll(() => rm(folder, { recursive: true }));
  afterEach(() => vi.unstubAllGlobals());

  /** The texts, as a page says them that was opened by somebody whose browser or choice asks for these languages. */
  async function opened(headers: Record<string, string>) {
    const page = await (await app.request("/default/portfolio", { headers })).text();
    const script = /<script defer src="([^"]+)">/.exec(page)?.[1];
    const ran: { liftledgerTranslation?: Translation } = {};
    if (script !== undefined) runInNewContext(await (await app.request(script)).text(), ran);
    vi.stubGlobal("liftledgerTranslation", ran.liftledgerTranslation);
    vi.resetModules();
    const { form, plural, t } = (await import(words)) as Words;
    const days = (count: number) =>
      plural(count, form`${count} day after the end`, form`${count} days after the end`);
    return [/lang="(\w+)"/.exec(page)?.[1], t`Save the answer`, days(1), days(3), t`Close the month`];
  }

  it("is picked up as a file beside the catalogue, and says English where it says nothing", async () => {
    expect(resolve(locales)).toMatch(/apps.web.locales$/);
    const german = [
      "de",
      "Antwort speichern",
      "1 Tag nach dem Ende",
      "3 Tage nach dem Ende",
      "Close the month",
    ];
    const english = [
      "en",
      "Save the answer",
      "1 day after the end",
      "3 days after the end",
      "Close the month",
    ];
    expect(await opened({ "Accept-Language": "de-AT, en;q=0.5" })).toEqual(german);
    expect(await opened({ "Accept-Language": "fr", Cookie: "liftledger-language=de" })).toEqual(german);
    expect(await opened({ "Accept-Language": "de", Cookie: "liftledger-language=en" })).toEqual(english);
    expect(await opened({ "Accept-Language": "fr" })).toEqual(english);
  });

  it("is among the languages that the account page lists", async () => {
    const listed: unknown = await (await app.request("/translations.json")).json();
    expect(listed).toEqual({ de: "/assets/words-de.js" });
  });

  it("changes nothing before it says something: a mere copy of the catalogue is all English", async () => {
    const { readTranslation } = await import("../../web/texts/read-translation.ts");
    expect(readTranslation("de", await readFile(catalogue, "utf8")).messages).toEqual({});
  });
});
