import { CommandError, exitCodes } from "./exit-codes.ts";
import type { LedgerCalls } from "./ledger-calls.ts";

/** The series a person means: by its id, or by its KPI and scope as in "conversion-rate/Shop". */
export async function seriesIdOf(calls: LedgerCalls, series: string): Promise<string> {
  const slash = series.indexOf("/");
  if (slash < 0) return series;
  const [kpiKey, scope] = [series.slice(0, slash), series.slice(slash + 1)];
  let cursor: string | undefined;
  do {
    const page = await calls.call("listSeries", { query: { kpiKey, limit: 500, ...(cursor && { cursor }) } });
    const found = page.rows.find((row) => row.scope === scope);
    if (found !== undefined) return found.seriesId;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  throw new CommandError(exitCodes.usage, `There is no series of ${kpiKey} for "${scope}".`);
}
