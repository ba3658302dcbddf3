import type { SavedRecipe } from "@liftledger/contracts/import";
import { isRecordsRecipe } from "@liftledger/contracts/record-targets";
import { AnyRecipe } from "@liftledger/contracts/records-recipe";
import {
  findImportRecipe,
  saveImportRecipe as saveStored,
  type ImportRecipe as KeptRecipe,
} from "@liftledger/database/import-recipes";
import { findLatestKpi } from "@liftledger/database/kpis";
import type { Context } from "../context.ts";
import { changeOnce } from "../idempotency.ts";
import { mustBe } from "../permissions.ts";
import { refuseIfAny } from "../problem.ts";

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
    return recipeView(kept);
  });
}

/** A kept recipe as it crosses the wire. */
export function recipeView({ recipeId, name, version, definition, createdAt }: KeptRecipe): SavedRecipe {
  return { recipeId, name, version, recipe: AnyRecipe.parse(definition), createdAt };
}
