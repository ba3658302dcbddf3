import { AnyRecipe } from "@liftledger/contracts/records-recipe";
import { deepestNesting, isNestedTooDeep } from "../nested-too-deep.ts";
import { ProblemError, refuseIfAny } from "../problem.ts";
import { readPart } from "../read-part.ts";
import { repeatedName } from "../repeated-name.ts";

/** The recipe in a JSON text; throws "invalid-request" that names every field that is wrong. */
export function readRecipe(text: string): AnyRecipe {
  const json = parseJson(text);
  if (isNestedTooDeep(text)) {
    const message = `The recipe has more than ${deepestNesting} lists and objects within each other.`;
    refuseIfAny([{ field: "recipe", message }]);
  }
  const repeated = repeatedName(text);
  if (repeated !== null) {
    refuseIfAny([{ field: "recipe", message: `The recipe says "${repeated}" twice in one place.` }]);
  }
  return readPart(AnyRecipe, json, "recipe");
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
