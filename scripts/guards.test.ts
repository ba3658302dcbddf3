import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const copy = mkdtempSync(join(tmpdir(), "liftledger-guards-"));
for (const file of [".oxlintrc.json", "tsconfig.base.json"]) cpSync(join(root, file), join(copy, file));

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Lints one line as if it stood in a package of this repository; answers what the linter prints. */
function lint(path: string, line: string): string {
  const file = join(copy, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${line}\n`);
  const { stdout } = spawnSync(join(root, "node_modules/.bin/oxlint"), [path], {
    cwd: copy,
    encoding: "utf8",
  });
  rmSync(file);
  return stdout;
}

/** Compiles one line with the settings of the pure packages; answers what the compiler prints. */
function compilePure(line: string): string {
  mkdirSync(join(copy, "pure"), { recursive: true });
  writeFileSync(join(copy, "pure/package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(
    join(copy, "pure/tsconfig.json"),
    JSON.stringify({ extends: "../tsconfig.base.json", include: ["*.ts"] }),
  );
  writeFileSync(join(copy, "pure/line.ts"), `${line}\n`);
  const tsc = join(root, "node_modules/.bin/tsc");
  return spawnSync(tsc, ["-p", "pure"], { cwd: copy, encoding: "utf8" }).stdout;
}

describe("the guards of the house", () => {
  it("let a sound line pass", () => {
    expect(lint("packages/finance/src/line.ts", "export const half = 0.5;")).toContain("0 errors");
    expect(compilePure("export const half = 0.5;")).toBe("");
  });

  it.each([
    [
      "packages/finance/src/line.ts",
      'export { judge } from "@liftledger/roi/verdict";',
      "finance may not import roi",
    ],
    [
      "packages/kpis/src/line.ts",
      'export { ratioLift } from "@liftledger/baselines/ratio-lift";',
      "kpis may not import baselines",
    ],
    [
      "packages/roi/src/line.ts",
      'export { openDatabase } from "@liftledger/database/open-database";',
      "roi may not import database",
    ],
    [
      "packages/files/src/line.ts",
      'export { openDatabase } from "@liftledger/database/open-database";',
      "files may not import database",
    ],
    ["apps/web/src/line.ts", 'export { createApp } from "@liftledger/api/app";', "web may not import api"],
    [
      "packages/numerics/src/line.ts",
      'export { readFileSync } from "node:fs";',
      "pure packages know no Node",
    ],
    ["packages/baselines/src/line.ts", "export const draw = Math.random();", "chance arrives as an argument"],
    ["packages/roi/src/line.ts", "export const now = Date.now();", "time arrives as an argument"],
    [
      "packages/finance/src/line.ts",
      "export const today = new Date();",
      "the present arrives as an argument",
    ],
  ])("refuse in %s: %s", (path, line, message) => {
    expect(lint(path, line)).toContain(message);
  });

  it("refuse a function of more than 60 lines in pure code, and pass one that says why", () => {
    const body = Array.from({ length: 61 }, (_, i) => `  total += ${i};`).join("\n");
    const long = `export function addUp(total: number): number {\n${body}\n  return total;\n}`;
    expect(lint("packages/roi/src/line.ts", long)).toContain("too many lines");
    expect(lint("packages/roi/src/line.test.ts", long)).toContain("0 errors");
    const reason = "// oxlint-disable-next-line max-lines-per-function -- a table reads best in one piece";
    expect(lint("packages/roi/src/line.ts", `${reason}\n${long}`)).toContain("0 errors");
  });

  it.each([
    ['document.title = "x";', "Cannot find name 'document'"],
    ["process.exit();", "Cannot find name 'process'"],
    ['export const file = await fetch("x");', "Cannot find name 'fetch'"],
    ["export enum Colour { Red }", "erasableSyntaxOnly"],
  ])(
    "keep Node, the page and what cannot be erased out of pure code by the compiler: %s",
    (line, message) => {
      expect(compilePure(line)).toContain(message);
    },
  );

  it("let no package import what it has not declared", () => {
    const importFromKpis = (name: string) =>
      spawnSync(process.execPath, ["--input-type=module", "--eval", `await import("${name}");`], {
        cwd: join(root, "packages/kpis"),
        encoding: "utf8",
      }).stderr;
    expect(importFromKpis("@liftledger/numerics/decimal")).toBe("");
    expect(importFromKpis("@liftledger/roi/verdict")).toContain("ERR_MODULE_NOT_FOUND");
    expect(importFromKpis("zod")).toContain("ERR_MODULE_NOT_FOUND");
  });
});
