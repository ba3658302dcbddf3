import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** Pages whose every numbered paragraph names the tests that keep it true, and how many paragraphs there are. */
const pages = [
  ["docs/for-finance.md", 20],
  ["docs/governance.md", 23],
] as const;

/** What a paragraph is shown by: each file with the titles that stand behind it. */
function shownBy(page: string) {
  return page
    .split("_Shown by:_")
    .slice(1)
    .flatMap((answer) =>
      [...(answer.split("\n\n")[0] ?? "").matchAll(/`([^`]+\.ts)`([^`]*)/g)].map(
        ([, file = "", rest = ""]) => ({
          file,
          titles: [...rest.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => title.replaceAll(/\s+/g, " ")),
        }),
      ),
    );
}

describe.each(pages)("%s", (path, count) => {
  const page = readFileSync(join(root, path), "utf8");
  const shown = shownBy(page);
  const quoted = shown.flatMap(({ file, titles }) => titles.map((title) => [title, file] as const));

  it(`says ${count} things, each with what shows it`, () => {
    expect(page.match(/^\*\*\d+\. /gm)).toHaveLength(count);
    expect(page.match(/_Shown by:_/g)).toHaveLength(count);
  });

  it.each([...new Set(shown.map(({ file }) => file))])("names %s, which there is", (file) => {
    expect(existsSync(join(root, file))).toBe(true);
  });

  it.each(quoted)('finds "%s" in %s', (title, file) => {
    expect(readFileSync(join(root, file), "utf8")).toContain(title);
  });
});
