// F1: the server is killed under load, 50 times over.
import { none, reportFigures, under, holds } from "./figures.ts";
import { killUnderLoad } from "./kill-under-load.ts";

const cycles = 50;
const found = await killUnderLoad({ cycles, acknowledged: 20_000 });
for (const fault of found.faults) console.log(fault);
reportFigures(`F1  kill -9 over HTTP under load, ${cycles} cycles, 4 clients`, [
  holds("acknowledged snapshots, at least 20000", found.acknowledged >= 20_000, found.acknowledged),
  { what: "cut off by a kill and sent again with their key", measured: found.retried },
  none("lost", found.lost),
  none("twice", found.twice),
  none("there without an acknowledgement", found.unacknowledged),
  none("faults that `liftledger check` finds", found.faults.length),
  under("slowest start", found.slowestStartMilliseconds, 3000, "ms"),
]);
