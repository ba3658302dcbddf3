import { deliverMessages as deliver } from "../delivery/deliver-messages.ts";
import type { JobWork } from "./job-plan.ts";

/** Sends the mails and calls of webhooks that are due; a process that can send none leaves them to one that can. */
export async function deliverMessages({
  ctx,
  signal,
  couriers,
  present,
}: JobWork): Promise<Record<string, number>> {
  if (couriers === null) return { sent: 0, failed: 0, givenUp: 0 };
  return deliver(ctx, couriers, { signal, present });
}
