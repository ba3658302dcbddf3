#!/usr/bin/env node
import { runLiftledger } from "./run-liftledger.ts";

process.exitCode = await runLiftledger(process.argv.slice(2));
