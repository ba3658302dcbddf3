import type { SavedRecipe } from "@liftledger/contracts/import";
import { isRecordsRecipe } from "@liftledger/contracts/record-targets";
import { AnyRecipe } from "@liftledger/contracts/records-recipe";
import {
  findImportRecipe,
  saveImportRecipe as saveStored,
  type ImportRecipe as KeptRecipe,
} from "@liftledger/database/import-recipes";
import { findLatestKpi } from "@liftledger/database/kpis";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { refuseRetiredKpis } from "../kpis/refuse-retired-kpis.ts";
import { refuseIfAny } from "../problem.ts";
import { refuseRetired } from "../retirement/refuse-retired.ts";
import type { RetiredViews } from "../retirement/retired-views.ts";

/** Remembers a mapping by its name; the same name with another mapping makes a new version. */
export async function saveImportRecipe(ctx: Context, recipe: AnyRecipe): Promise<SavedRecipe> {
  mustBe(ctx, "contributor");
  return changeOnce(ctx, async (tx, audit, ctx) => {
    const faults = [];
    for (const [index, { kpi }] of (isRecordsRecipe(recipe) ? [] : recipe.measures).entries()) {
      if ((await findLatestKpi(tx, ctx.organisationId, kpi)) !== undefined) continue;
      const message = `There is no KPI "${kpi}" in the catalogue.`;
      faults.push({ field: `measures[${index}].kpi`, message, seen: kpi, row: index });
    }
    refuseIfAny(faults);
    await refuseRetiredRecipe(ctx, tx, recipe);
    if (!isRecordsRecipe(recipe)) {
      const places = recipe.measures.map(({ kpi: kpiKey }, row) => {
        return { kpiKey, row, field: `measures[${row}].kpi` };
      });
      await refuseRetiredKpis(ctx, tx, places);
    }
    const before = (await findImportRecipe(tx, ctx.organisationId, recipe.name)) ?? null;
    const kept = await saveStored(tx, ctx.organisationId, {
      recipeId: ctx.newId(),
      name: recipe.name,
      definition: recipe,
      createdAt: ctx.now,
      createdBy: ctx.actor.personId,
    });
    // The same mapping again writes nothing.
    if (kept.recipeId !== before?.recipeId) {
      audit({ action: "saveImportRecipe", noun: "import-recipe", id: kept.recipeId, before, after: kept });
    }
    return recipeView(kept, () => null);
  });
}

/** Throws "retired" where the mapping of that name is: nothing is read by it until it is restored. */
export async function refuseRetiredRecipe(ctx: Context, db: Reader, { name }: AnyRecipe): Promise<void> {
  const thing = { objectId: name, name, field: "recipe.name" };
  await refuseRetired(ctx, db, "import-recipe", [thing], "restore it, or give the mapping another name");
}

/** A kept recipe as it crosses the wire. */
export function recipeView(
  { recipeId, name, version, definition, createdAt }: KeptRecipe,
  retiredOf: RetiredViews,
): SavedRecipe {
  const retired = retiredOf(name);
  return { recipeId, name, version, recipe: AnyRecipe.parse(definition), createdAt, retired };
}
