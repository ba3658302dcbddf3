import type { Context } from "../context.ts";
import { getSeries } from "../series/get-series.ts";
import { setSourceOfRecord } from "../sources/set-source-of-record.ts";

/** Names a source of record as somebody who has just looked at the series. */
export async function nameSource(ctx: Context, wanted: { seriesId: string; source: string | null }) {
  const { version } = await getSeries(ctx, wanted);
  return setSourceOfRecord(ctx, { ...wanted, version });
}
