import type { RecordTargetName } from "@liftledger/contracts/record-targets";
import { costLineRecords } from "./cost-line-records.ts";
import { holdOutRecords } from "./hold-out-records.ts";
import { initiativeRecords } from "./initiative-records.ts";
import type { RecordWriter } from "./record-writer.ts";

/** How the rows of each target become what they stand for; its fields stand in `contracts/record-targets`. */
export const recordWriters: Readonly<Record<RecordTargetName, RecordWriter>> = {
  initiatives: initiativeRecords,
  "cost-lines": costLineRecords,
  "hold-outs": holdOutRecords,
};
