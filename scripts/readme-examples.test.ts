import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** The packages whose README keeps to the convention; one that is missing here is not looked at. */
const PACKAGES = ["numerics", "kpis", "baselines", "finance", "roi"];

const IMPORT = /import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+"([^"]+)";/g;

/** The ```ts blocks of a README, with the heading each stands under. */
function examplesOf(readme: string): { heading: string; code: string }[] {
  const examples: { heading: string; code: string }[] = [];
  let heading = "";
  let lines: string[] | undefined;
  for (const line of readme.split("\n")) {
    if (lines === undefined) {
      if (line.startsWith("#")) heading = line.replace(/^#+\s*/, "");
      if (line === "```ts") lines = [];
    } else if (line === "```") {
      examples.push({ heading, code: lines.join("\n") });
      lines = undefined;
    } else lines.push(line);
  }
  return examples;
}

/** The tests that run the README of a package: `src/readme.test.ts`, or one file a section in `src/readme`. */
function readmeTests(folder: string): string[] {
  return globSync("src/{readme,readme/*}.test.ts", { cwd: folder }).map((path) =>
    readFileSync(join(folder, path), "utf8"),
  );
}

/** Code without comments, line breaks and what the formatter adds where it breaks a line. */
function essence(code: string): string {
  return code
    .replaceAll(IMPORT, "")
    .replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, "")
    .replaceAll(/\s+\/\/ .*$/gm, "")
    .replaceAll(/\s+/g, "")
    .replaceAll(/,(?=[)\]}])/g, "");
}

/** Every imported name with where it comes from: "ratio:pooledRatio". */
function importsOf(code: string, packageName: string): string[] {
  return [...code.matchAll(IMPORT)].flatMap(([, names = "", from = ""]) => {
    const file = from.replace(`@liftledger/${packageName}/`, "./").replace(/\.ts$/, "");
    return names
      .split(",")
      .map((name) => name.replace(/^\s*type\s+/, "").trim())
      .filter((name) => name !== "")
      .map((name) => `${file}:${name}`);
  });
}

describe.each(PACKAGES)("the README of %s", (name) => {
  const folder = join(root, "packages", name);
  const examples = examplesOf(readFileSync(join(folder, "README.md"), "utf8"));
  const runs = readmeTests(folder);

  it("has at least one example", () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples)(
    "runs the example under “$heading” in a test of the README, line for line",
    ({ code }) => {
      expect(code, "an example without expect( shows nothing").toContain("expect(");
      const run = runs.find((text) => essence(text).includes(essence(code))) ?? runs.join("\n");
      expect(essence(run)).toContain(essence(code));
      expect(importsOf(run, name)).toEqual(expect.arrayContaining(importsOf(code, name)));
    },
  );
});

describe("this guard", () => {
  const example = "expect(half(3)).toBe(1.5); // of three\nexpect(\n  sum([1, 2]),\n).toBe(3);";

  it("does not mind how lines are broken, nor comments", () => {
    expect(essence("  expect(half(3)).toBe(1.5);\n\n  expect(sum([1, 2])).toBe(3);")).toBe(essence(example));
  });

  it("minds every number and name", () => {
    expect(essence(example.replace("1.5", "1.6"))).not.toBe(essence(example));
    expect(importsOf('import { half } from "./half.ts";', "numerics")).toEqual(
      importsOf('import { half } from "@liftledger/numerics/half";', "numerics"),
    );
    expect(importsOf('import { half } from "./third.ts";', "numerics")).toEqual(["./third:half"]);
  });

  it("finds every block, under its heading", () => {
    const readme = "# One\n\n```ts\na();\n```\n\n## Two\n\n```sh\nb\n```\n\n```ts\nc();\n```\n";
    expect(examplesOf(readme)).toEqual([
      { heading: "One", code: "a();" },
      { heading: "Two", code: "c();" },
    ]);
  });
});
