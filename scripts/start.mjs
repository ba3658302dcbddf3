// `npm start`: install what is missing, build the page when its sources changed, then serve.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, pinnedEnvironment, pinnedNode, root } from "./runtime.mjs";

await ensureInstalled();
await ensureBuilt();

const { flags, environment } = JSON.parse(readFileSync(join(root, "apps/api/node-start.json"), "utf8"));
const server = spawn(pinnedNode(), [...flags, join(root, "apps/api/src/main.ts")], {
  cwd: root,
  stdio: "inherit",
  env: { ...environment, ...pinnedEnvironment() },
});
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => server.kill(signal));
// npm hands SIGTERM to its shell, which ends without a word to what it runs: end with it.
if (process.env.npm_lifecycle_event === "start") {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && server.kill("SIGTERM"), 250).unref();
}
server.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
