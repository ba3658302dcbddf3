import type { UndoneImport } from "@liftledger/contracts/import";
import { getImport, markImportUndone } from "@liftledger/database/imports";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../../context.ts";
import { changeOnce } from "../../idempotency.ts";
import { personNames } from "../../people/person-names.ts";
import { mustBe } from "../../permissions.ts";
import { importView } from "../list-imports.ts";
import { undoCells } from "./undo-cells.ts";
import { undoRecords } from "./undo-records.ts";
import { UndoTally, type UndoRequest } from "./undone.ts";

/**
 * Undoes an import in one transaction: each number it wrote that is still the latest goes back to what stood before,
 * or to nothing; cost lines and hold-outs are taken back, initiatives retired. What somebody changed since stays, and
 * is named. Refused as a whole where it would change a closed month. Again it does nothing.
 */
export async function undoImport(ctx: Context, request: UndoRequest): Promise<UndoneImport> {
  mustBe(ctx, "contributor");
  const { importId, reason } = request;
  return changeOnce(
    ctx,
    async (tx, audit, ctx) => {
      const before = await getImport(tx, ctx.organisationId, importId);
      const tally = new UndoTally();
      if (before.undoneAt !== null) return answer(ctx, tx, importId, tally);
      if (before.target === "series") await undoCells(ctx, tx, request, tally);
      else await undoRecords(ctx, tx, audit, { ...request, target: before.target, tally });
      const undone = { undoneAt: ctx.now, undoneBy: ctx.actor.personId, undoReason: reason };
      await markImportUndone(tx, ctx.organisationId, importId, undone);
      const { stayed: _stayed, ...facts } = tally.result();
      const after = { ...before, ...undone, ...facts };
      audit({ action: "undoImport", noun: "import", id: importId, before, after, reason });
      return answer(ctx, tx, importId, tally);
    },
    { isLong: true },
  );
}

async function answer(ctx: Context, db: Reader, importId: string, tally: UndoTally): Promise<UndoneImport> {
  const kept = await getImport(db, ctx.organisationId, importId);
  const { seriesIds: _series, initiativeIds: _initiatives, ...done } = tally.result();
  return { import: importView(kept, await personNames(ctx, db)), ...done };
}
