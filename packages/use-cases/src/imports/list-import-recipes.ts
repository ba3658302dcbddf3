import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { listImportRecipes as listStored } from "@liftledger/database/import-recipes";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";
import { askedFor, retiredViews, type RetiredQuery } from "../retirement/retired-views.ts";
import { recipeView } from "./save-import-recipe.ts";
import { lists } from "@liftledger/contracts/lists";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";

/** The remembered mappings, the latest version of each, by name. */
export async function listImportRecipes(
  ctx: Context,
  query: ListQuery & RetiredQuery = {},
): Promise<EndpointOutput<"listImportRecipes">> {
  mustBe(ctx, "viewer");
  const kept = await listStored(ctx.db.read, ctx.organisationId);
  const retiredOf = await retiredViews(ctx, ctx.db.read, "import-recipe");
  const rows = kept.map((recipe) => recipeView(recipe, retiredOf));
  return pageRows(lists.listImportRecipes.list, askedFor(rows, query), query);
}
