#!/usr/bin/env node
import { exitCodes } from "./exit-codes.ts";
import { runLiftledger } from "./run-liftledger.ts";

// A reader that has read enough, such as head, is no failure; a full disk is one. Nobody hears what is wrong with stderr.
let isLost = false;
process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  if (code === "EPIPE" || isLost) return;
  isLost = true;
  process.stderr.write(`The standard output cannot be written: ${message}.\n`);
  process.exitCode = exitCodes.failed;
});
process.stderr.on("error", () => {});

const exitCode = await runLiftledger(process.argv.slice(2));
process.exitCode = isLost ? exitCodes.failed : exitCode;
