// `npm run check`: format, lint, types, dead code, the OpenAPI document. Each says what it found; any finding fails.
import { join } from "node:path";
import { ensureInstalled, pinnedEnvironment, pinnedNode, root, run, say } from "./runtime.mjs";

const bin = (name, ...args) => [join(root, "node_modules/.bin", name), args];
const steps = [
  ["format", ...bin("oxfmt", "--check", ".")],
  ["lint", ...bin("oxlint", "--deny-warnings")],
  [
    "types",
    pinnedNode,
    // A compiler takes every core and a gigabyte: more than two at once only wait for each other.
    [
      join(root, "node_modules/turbo/bin/turbo"),
      "run",
      "typecheck",
      "--concurrency=2",
      "--output-logs=errors-only",
    ],
  ],
  ["dead code", ...bin("knip")],
  ["texts", pinnedNode, [join(root, "apps/web/texts/check-texts.ts"), "--check"]],
  ["OpenAPI document", pinnedNode, [join(root, "packages/contracts/lint/lint-openapi.ts")]],
];

await ensureInstalled();
const failed = [];
for (const [name, command, args] of steps) {
  say(`Check: ${name}`);
  const executable = typeof command === "function" ? command() : command;
  const code = await run(executable, args, {
    env: pinnedEnvironment({
      TURBO_TELEMETRY_DISABLED: "1",
      DO_NOT_TRACK: "1",
      TURBO_NO_UPDATE_NOTIFIER: "1",
    }),
  });
  if (code !== 0) failed.push(name);
}
say(failed.length === 0 ? "All checks passed" : `Failed: ${failed.join(", ")}`);
process.exit(failed.length === 0 ? 0 : 1);
