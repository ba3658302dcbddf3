import { lookForAlerts as look } from "../alerts/look-for-alerts.ts";
import { sendDigests } from "../digests/send-digests.ts";
import type { JobWork } from "./job-plan.ts";

/** Tells what began and what ended since the last look, and sends the digests that are due. */
export async function lookForAlerts({ ctx, signal }: JobWork): Promise<Record<string, number>> {
  const looked = await look(ctx, signal);
  signal.throwIfAborted();
  return { ...looked, digests: await sendDigests(ctx) };
}
