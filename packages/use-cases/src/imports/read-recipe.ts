import { AnyRecipe } from "@liftledger/contracts/records-recipe";
import { deepestNesting, isNestedTooDeep } from "../nested-too-deep.ts";
import { ProblemError, refuseIfAny } from "../problem.ts";
import { repeatedName } from "../repeated-name.ts";
import { unwritablePlace } from "../unwritable-place.ts";

/** The recipe in a JSON text; throws "invalid-request" that names every field that is wrong. */
export function readRecipe(text: string): AnyRecipe {
  const json = parseJson(text);
  if (isNestedTooDeep(text)) {
    const message = `The recipe has more than ${deepestNesting} lists and objects within each other.`;
    refuseIfAny([{ field: "recipe", message }]);
  }
  const unwritable = unwritablePlace(json);
  if (unwritable !== null) {
    const field = unwritable === "" ? "recipe" : `recipe.${unwritable}`;
    refuseIfAny([{ field, message: `${field}: the text has a NUL or half a character in it.` }]);
  }
  const repeated = repeatedName(text);
  if (repeated !== null) {
    refuseIfAny([{ field: "recipe", message: `The recipe says "${repeated}" twice in one place.` }]);
  }
  const parsed = AnyRecipe.safeParse(json);
  if (parsed.success) return parsed.data;
  refuseIfAny(
    parsed.error.issues.map((issue) => {
      const field = ["recipe", ...issue.path].join(".");
      return { field, message: `${field}: ${issue.message}` };
    }),
  );
  throw parsed.error;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : "unreadable";
    throw new ProblemError("invalid-request", `The recipe is no JSON: ${reason}.`, [
      { field: "recipe", message: "JSON of an import recipe" },
    ]);
  }
}
