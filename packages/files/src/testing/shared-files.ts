import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ImportRecipe } from "@liftledger/contracts/import-recipe";
import { readImport } from "../read-import.ts";
import { asRead, kpis, today } from "./read-text.ts";

const repository = join(import.meta.dirname, "../../../..");
/** Real and hostile files lie beside the repository, and are never part of it. */
export const sharedFolder = join(repository, "../shared");

export const isSharedThere = existsSync(sharedFolder);

/** A recipe of this package, by the name of its file. */
export function ownRecipe(name: string): ImportRecipe {
  return ImportRecipe.parse(
    JSON.parse(readFileSync(join(repository, "packages/files/recipes", `${name}.json`), "utf8")),
  );
}

/** Reads files of a data set with a recipe, which must succeed. */
export async function readDataSet(recipe: ImportRecipe, folder: string, main: string, lookup?: string) {
  const open = (name: string) => () => createReadStream(join(sharedFolder, "data", folder, name));
  const reading = await readImport({
    recipe,
    kpis,
    today,
    main: open(main),
    ...(lookup ? { lookup: open(lookup) } : {}),
  });
  return asRead(reading);
}

/** The value of a check in a data set's expected.json. */
export function expectedOf<Value>(folder: string, id: string): Value {
  const file = readFileSync(join(sharedFolder, "data", folder, "expected.json"), "utf8");
  const checks = (JSON.parse(file) as { checks: { id: string; value: unknown }[] }).checks;
  const check = checks.find((candidate) => candidate.id === id);
  if (check === undefined) throw new Error(`${folder} has no check "${id}"`);
  return check.value as Value;
}
