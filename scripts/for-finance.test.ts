import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const page = readFileSync(join(root, "docs/for-finance.md"), "utf8");

/** What an answer is shown by: each file with the titles that stand behind it. */
const shown = page
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
const quoted = shown.flatMap(({ file, titles }) => titles.map((title) => [title, file] as const));

describe("docs/for-finance.md", () => {
  it("answers twenty questions, each with what shows it", () => {
    expect(page.match(/^\*\*\d+\. /gm)).toHaveLength(20);
    expect(page.match(/_Shown by:_/g)).toHaveLength(20);
  });

  it.each([...new Set(shown.map(({ file }) => file))])("names %s, which there is", (file) => {
    expect(existsSync(join(root, file))).toBe(true);
  });

  it.each(quoted)('finds "%s" in %s', (title, file) => {
    expect(readFileSync(join(root, file), "utf8")).toContain(title);
  });
});
