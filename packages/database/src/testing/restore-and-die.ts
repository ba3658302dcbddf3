// Restores FILE into the database at LOCATION (JSON), and kills itself when it has read LINE lines.
import { createReadStream } from "node:fs";
import { exportLines } from "../export-lines.ts";
import { openDatabase } from "../open-database.ts";
import { restoreLedger } from "../restore-ledger.ts";

const [location = "", file = "", deadline = ""] = process.argv.slice(2);
const db = openDatabase(JSON.parse(location));
await restoreLedger(db, lines, { replace: true });
await db.close();

async function* lines() {
  let read = 0;
  for await (const line of exportLines(createReadStream(file, "utf8"))) {
    yield line;
    // The line before has been dealt with when the next is asked for.
    if (read++ === Number(deadline)) process.kill(process.pid, "SIGKILL");
  }
}
