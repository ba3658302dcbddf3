// Every test file that holds a law (a fast-check property), round after round, each with a seed of its own.
// Rounds as an argument, ten otherwise. What fails is named with its seed and its counterexample.
import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { pinnedEnvironment, pinnedNode, root, run, say } from "./runtime.mjs";

const rounds = Number(process.argv[2] ?? 10);
const files = [];
for await (const file of glob("{packages,apps}/*/src/**/*.test.{ts,tsx}", { cwd: root })) {
  if (readFileSync(join(root, file), "utf8").includes('from "fast-check"')) files.push(file);
}

const broken = [];
for (let round = 1; round <= rounds; round += 1) {
  const seed = Math.floor(Math.random() * 2 ** 31);
  say(`Round ${round} of ${rounds}: ${files.length} files, seed ${seed}`);
  const code = await run(
    pinnedNode(),
    [join(root, "node_modules/vitest/vitest.mjs"), "run", "--reporter=minimal", ...files],
    { env: pinnedEnvironment({ LIFTLEDGER_LAW_SEED: String(seed) }) },
  );
  if (code !== 0) broken.push(seed);
}
process.stdout.write(`${rounds - broken.length} rounds kept, ${broken.length} broken\n`);
for (const seed of broken) process.stdout.write(`Again with LIFTLEDGER_LAW_SEED=${seed} npm test\n`);
process.exit(broken.length > 0 ? 1 : 0);
