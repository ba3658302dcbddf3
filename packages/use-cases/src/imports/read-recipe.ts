import { AnyRecipe } from "@liftledger/contracts/records-recipe";
import { ProblemError, refuseIfAny } from "../problem.ts";
import { unwritableText } from "../unwritable-text.ts";

/** The recipe in a JSON text; throws "invalid-request" that names every field that is wrong. */
export function readRecipe(text: string): AnyRecipe {
  const json = parseJson(text);
  if (unwritableText(json) !== null) {
    const message = "The recipe has a text with a NUL or a broken character.";
    throw new ProblemError("invalid-request", message, [{ field: "recipe", message }]);
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
