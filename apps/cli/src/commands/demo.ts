import { deleteDemo } from "@liftledger/use-cases/demo/delete-demo";
import { Command } from "commander";
import { withLedger } from "../open-ledger.ts";

/** `liftledger demo create|delete`: the organisation to look at, which is never mixed with one's own. */
export function demoCommand(): Command {
  const demo = new Command("demo").description("make or delete the demo organisation");
  demo
    .command("create")
    .description("make the demo organisation")
    .option("--data <folder>", "the data folder")
    .action(async ({ data }: { data?: string }) => {
      const { createDemo } = await import("@liftledger/use-cases/demo/create-demo");
      const { name, initiatives } = await withLedger({ data }, createDemo);
      process.stdout.write(`Made ${name} with ${initiatives} initiatives.\n`);
    });
  demo
    .command("delete")
    .description("delete the demo organisation and all that is in it")
    .option("--data <folder>", "the data folder")
    .action(async ({ data }: { data?: string }) => {
      const { deleted } = await withLedger({ data }, deleteDemo);
      process.stdout.write(deleted ? "Deleted the demo.\n" : "There is no demo.\n");
    });
  return demo;
}
