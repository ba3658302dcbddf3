import type { SavedRecipe } from "@liftledger/contracts/import";
import type { RestoreThing, RetireThing } from "@liftledger/contracts/retirement";
import { NotFoundError } from "@liftledger/database/errors";
import { findImportRecipe, getImportRecipe, type ImportRecipe } from "@liftledger/database/import-recipes";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { restoreThing, retireThing, type Retirable, type RetirableThing } from "../retirement/retirable.ts";
import { retiredViews } from "../retirement/retired-views.ts";
import { recipeView } from "./save-import-recipe.ts";

const kind: Retirable<RetirableThing, SavedRecipe> = {
  noun: "import-recipe",
  called: "import recipe",
  needs: "contributor",
  actions: { retire: "retireImportRecipe", restore: "restoreImportRecipe" },
  async get(ctx, tx, recipeId) {
    const latest = await latestOf(ctx, tx, recipeId);
    const { name, version } = latest;
    return { objectId: name, name, version, facts: latest, auditId: latest.recipeId };
  },
  async view(ctx, db, recipeId) {
    const latest = await latestOf(ctx, db, recipeId);
    return recipeView(latest, await retiredViews(ctx, db, "import-recipe", [latest.name]));
  },
};

/** Takes a remembered mapping, in all its versions, out of what can be chosen; imports made by it keep it. */
export async function retireImportRecipe(
  ctx: Context,
  request: { recipeId: string } & RetireThing,
): Promise<SavedRecipe> {
  return retireThing(ctx, kind, { id: request.recipeId, ...request });
}

/** Brings a retired mapping back. */
export async function restoreImportRecipe(
  ctx: Context,
  request: { recipeId: string } & RestoreThing,
): Promise<SavedRecipe> {
  return restoreThing(ctx, kind, { id: request.recipeId, ...request });
}

/** The latest version of the mapping that an id is a version of. */
async function latestOf(ctx: Context, db: Reader, recipeId: string): Promise<ImportRecipe> {
  const { name } = await getImportRecipe(db, ctx.organisationId, recipeId);
  const latest = await findImportRecipe(db, ctx.organisationId, name);
  if (latest === undefined) throw new NotFoundError("import recipe", recipeId);
  return latest;
}
