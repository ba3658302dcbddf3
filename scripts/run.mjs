// Runs a TypeScript file of this repository with the pinned Node: node scripts/run.mjs FILE [ARGUMENTS].
import { ensureInstalled, pinnedEnvironment, pinnedNode, run } from "./runtime.mjs";

await ensureInstalled();
process.exit(
  await run(pinnedNode(), process.argv.slice(2), { cwd: process.cwd(), env: pinnedEnvironment() }),
);
