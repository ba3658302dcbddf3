import type { Selectable } from "kysely";
import { NotFoundError } from "./errors.ts";
import type { JsonObject } from "./json.ts";
import { jsonText, parseJsonObject } from "./json.ts";
import type { ImportRecipesTable } from "./schema/import-tables.ts";
import type { Reader, Writer } from "./transaction.ts";

/** One version of a remembered mapping; its id stands for this version alone. */
export interface ImportRecipe {
  recipeId: string;
  name: string;
  version: number;
  definition: JsonObject;
  createdAt: string;
  createdBy: string;
}

/** What is given to save a recipe. */
export interface NewImportRecipe {
  recipeId: string;
  name: string;
  definition: object;
  createdAt: string;
  createdBy: string;
}

/**
 * Saves a mapping under its name. The same definition again answers the version there is; another one
 * makes the next version, and imports made by the old one still point to it.
 */
export async function saveImportRecipe(
  tx: Writer,
  organisationId: string,
  recipe: NewImportRecipe,
): Promise<ImportRecipe> {
  const current = await findImportRecipe(tx, organisationId, recipe.name);
  const definition = jsonText(recipe.definition);
  if (current && jsonText(current.definition) === definition) return current;
  const row = {
    organisation_id: organisationId,
    recipe_id: recipe.recipeId,
    name: recipe.name,
    version: (current?.version ?? 0) + 1,
    definition,
    created_at: recipe.createdAt,
    created_by: recipe.createdBy,
  };
  await tx.insertInto("import_recipes").values(row).execute();
  return toImportRecipe(row);
}

/** The latest version of the recipe of that name, or undefined. */
export async function findImportRecipe(
  db: Reader,
  organisationId: string,
  name: string,
): Promise<ImportRecipe | undefined> {
  const row = await db
    .selectFrom("import_recipes")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .where("name", "=", name)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && toImportRecipe(row);
}

/** A recipe's version by id; throws `NotFoundError`. */
export async function getImportRecipe(
  db: Reader,
  organisationId: string,
  recipeId: string,
): Promise<ImportRecipe> {
  const row = await db
    .selectFrom("import_recipes")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .where("recipe_id", "=", recipeId)
    .executeTakeFirst();
  if (!row) throw new NotFoundError("import recipe", recipeId);
  return toImportRecipe(row);
}

/** The latest version of every recipe, by name. */
export async function listImportRecipes(db: Reader, organisationId: string): Promise<ImportRecipe[]> {
  const rows = await db
    .selectFrom("import_recipes as recipe")
    .selectAll()
    .where("recipe.organisation_id", "=", organisationId)
    .where("recipe.version", "=", (latest) =>
      latest
        .selectFrom("import_recipes as other")
        .select(({ fn }) => fn.max("other.version").as("version"))
        .whereRef("other.organisation_id", "=", "recipe.organisation_id")
        .whereRef("other.name", "=", "recipe.name"),
    )
    .orderBy("recipe.name")
    .execute();
  return rows.map(toImportRecipe);
}

function toImportRecipe(row: Selectable<ImportRecipesTable>): ImportRecipe {
  return {
    recipeId: row.recipe_id,
    name: row.name,
    version: row.version,
    definition: parseJsonObject(row.definition),
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}
