import type { ClosePreview } from "@liftledger/contracts/period-close";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { notValuedIn } from "./not-valued-in.ts";
import { periodView } from "./period-view.ts";

/**
 * What closing a month would settle, before it is closed: what is not logged or booked in it, and which benefits are not
 * valued in it and why. What is valued later wants the month reopened. Writes nothing.
 */
export async function previewClose(ctx: Context, { month }: { month: string }): Promise<ClosePreview> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => ({
    period: await periodView(ctx, db, month),
    notValued: await notValuedIn(ctx, db, month),
  }));
}
