// Runs command after command in one process, as `liftledger` would each in its own: a line of JSON with the arguments
// comes in, a line with the exit code and what was printed goes out.
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { repositoryRoot } from "../src/version.ts";

const command = pathToFileURL(join(repositoryRoot, "apps/cli/src/run-liftledger.ts")).href;
const { runLiftledger } = (await import(command)) as {
  runLiftledger: (args: readonly string[]) => Promise<number>;
};
const answer = process.stdout.write.bind(process.stdout);
let printed = "";
for (const stream of [process.stdout, process.stderr]) {
  stream.write = ((text: string | Uint8Array) => {
    printed += String(text);
    return true;
  }) as typeof stream.write;
}
for await (const line of createInterface({ input: process.stdin })) {
  printed = "";
  const code = await runLiftledger(JSON.parse(line) as string[]);
  answer(`${JSON.stringify({ code, printed })}\n`);
}
process.exitCode = 0;
