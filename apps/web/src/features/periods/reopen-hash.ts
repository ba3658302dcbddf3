import { isPeriod, periodType } from "@liftledger/kpis/period";

const prefix = "reopen-";

/** The place on the page of the months that asks why all from one on are reopened. */
export function reopenHash(from: string): string {
  return `${prefix}${from}`;
}

/** The month that such a place names. */
export function readReopenHash(hash: string): string | undefined {
  const from = hash.replace(/^#/, "");
  if (!from.startsWith(prefix)) return undefined;
  const month = from.slice(prefix.length);
  return isPeriod(month) && periodType(month) === "month" ? month : undefined;
}
