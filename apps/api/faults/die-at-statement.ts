// Runs a JOB on the database at LOCATION (JSON) and kills itself before the N-th statement; prints how many there were.
import { readFile } from "node:fs/promises";
import { createReadStream } from "node:fs";
import { migrateToLatest } from "@liftledger/database/migrate";
import { openDatabase, type Database } from "@liftledger/database/open-database";
import { importFile } from "@liftledger/use-cases/imports/import-file";
import { contextOn } from "./ledger-place.ts";

const [job, location = "", deadline = "", file = "", recipe = ""] = process.argv.slice(2);
const db = openDatabase(JSON.parse(location));
let statements = 0;
const dying: Database = {
  ...db,
  write: db.write.withPlugin({
    transformQuery({ node }) {
      if (++statements === Number(deadline)) process.kill(process.pid, "SIGKILL");
      return node;
    },
    transformResult: async ({ result }) => result,
  }),
};
if (job === "migrate") await migrateToLatest(dying);
else {
  const source = { name: "weeks.csv", open: () => createReadStream(file) };
  const outcome = await importFile(contextOn(dying), {
    file: source,
    recipe: await readFile(recipe, "utf8"),
  });
  if (outcome.kind !== "imported") throw new Error(JSON.stringify(outcome));
}
await db.close();
process.stdout.write(String(statements));
