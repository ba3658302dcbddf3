import { describe, expect, it } from "vitest";
import { findUnwrapped } from "./find-unwrapped.ts";
import { sourceTree } from "./syntax-tree.ts";

const unwrappedIn = (source: string) =>
  findUnwrapped(sourceTree("page.tsx", source)).map(({ text }) => text.trim());

describe("findUnwrapped", () => {
  it.each([
    ["<p>Save it</p>", "Save it"],
    ["<p>{count} left</p>", "left"],
    ['<Field label="amount" />', "amount"],
    ['<Field label={isNew ? "new" : name} />', "new"],
    ['<Cell data-label="Left out" />', "Left out"],
    ['const words = { open: "Not closed yet" };', "Not closed yet"],
    ["const title = `${name} is closed`;", "{} is closed"],
    ["const what = isOne ? `of ${name}` : `${count} of them`;", "{} of them"],
  ])("finds in %s what no translation reaches", (source, text) => {
    expect(unwrappedIn(source)).toContain(text);
  });

  it.each([
    "<p>{t`Save it`}</p>",
    "<p>{count} · {name}</p>",
    '<Field label={t`amount`} className="wide tabular" variant="default" />',
    'import { Save } from "Save file";',
    'type State = "Not closed" | "Closed";',
    'if (state === "Not closed") throw new Error("The state is none");',
    'const style = { border: "1px solid var(--ll-quiet)" };',
    '/* no text: a name */ const browser = "Mozilla Firefox";',
    '// No text: names of products.\nconst browsers = [["Mozilla Firefox", "Google Chrome"]];',
  ])("leaves alone %s", (source) => {
    expect(unwrappedIn(source)).toEqual([]);
  });

  it("excuses only what the comment stands before", () => {
    expect(unwrappedIn('// No text: a name.\nconst a = "The One";\nconst b = "The Other";')).toEqual([
      "The Other",
    ]);
  });
});
