import { beforeAll, expect, it } from "vitest";
import { NotFoundError } from "./errors.ts";
import { findImportRecipe, getImportRecipe, listImportRecipes, saveImportRecipe } from "./import-recipes.ts";
import { getImport, insertImport, insertRefusedRows, listImports, listRefusedRows } from "./imports.ts";
import type { Database } from "./open-database.ts";
import { describeOnEveryDatabase } from "./testing/databases.ts";
import { insertOneOfEverything } from "./testing/one-of-everything.ts";
import { recordedAt } from "./testing/one-of-everything/recorded.ts";
import { inTransaction } from "./transaction.ts";

describeOnEveryDatabase("imports", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await insertOneOfEverything(db, "company");
    await insertOneOfEverything(db, "other");
  });

  it("lists the imports newest first, with the recipe's name, and the rows refused in their order", async () => {
    const { recipeName, ...first } = await getImport(db.read, "company", "import-1");
    expect(recipeName).toBe("weekly");
    const second = { ...first, importId: "import-2", recipeId: null, fileBytes: 6_000_000_000 };
    const refused = Array.from({ length: 2100 }, (_, index) => ({
      line: 3000 - index,
      columnName: index === 0 ? null : "leads",
      value: index === 0 ? null : "n/a",
      rule: "a number",
      message: "This is no number.",
    }));
    await inTransaction(db, async (tx) => {
      await insertImport(tx, "company", second);
      await insertRefusedRows(tx, "company", "import-2", refused);
    });
    expect(await listRefusedRows(db.read, "company", "import-2")).toEqual(refused);
    expect(await listRefusedRows(db.read, "company", "import-2", 2)).toEqual(refused.slice(0, 2));
    const page = await listImports(db.read, "company", { limit: 1 });
    expect(page.rows).toEqual([
      { ...second, recipeName: null, undoneAt: null, undoneBy: null, undoReason: null },
    ]);
    const next = await listImports(db.read, "company", { limit: 1, cursor: page.nextCursor ?? "" });
    expect(next).toMatchObject({ rows: [{ importId: "import-1", fileBytes: 12 }], nextCursor: null });
    await expect(getImport(db.read, "other", "import-2")).rejects.toThrow(NotFoundError);
  });

  it("makes a new version of a recipe for another mapping, none for the same one", async () => {
    const save = (recipeId: string, definition: object, name = "weekly") =>
      inTransaction(db, (tx) =>
        saveImportRecipe(tx, "company", {
          recipeId,
          name,
          definition,
          createdAt: recordedAt,
          createdBy: "person-1",
        }),
      );
    expect(await save("recipe-2", { date: "week" })).toMatchObject({ recipeId: "recipe-1", version: 1 });
    expect(await save("recipe-3", { date: "day" })).toMatchObject({ recipeId: "recipe-3", version: 2 });
    await save("recipe-4", { date: "day" }, "daily");
    const latest = await listImportRecipes(db.read, "company");
    expect(latest.map(({ name, version, recipeId }) => [name, version, recipeId])).toEqual([
      ["daily", 1, "recipe-4"],
      ["weekly", 2, "recipe-3"],
    ]);
    expect(await findImportRecipe(db.read, "company", "weekly")).toMatchObject({ recipeId: "recipe-3" });
    expect(await findImportRecipe(db.read, "company", "monthly")).toBeUndefined();
    expect(await getImportRecipe(db.read, "company", "recipe-1")).toMatchObject({
      definition: { date: "week" },
    });
    expect(await listImportRecipes(db.read, "other")).toHaveLength(1);
  });
});
