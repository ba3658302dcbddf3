import { ApiProblem } from "@liftledger/contracts/client";
import type { ImportPreview, ImportResult, SavedRecipe } from "@liftledger/contracts/import";
import type { ImportRecipe } from "@liftledger/contracts/import-recipe";
import { useMutation } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";

/** What travels to the server: the file, a second one where the recipe joins it, the recipe and a currency. */
export interface Upload {
  file: File;
  lookup: File | undefined;
  recipe: ImportRecipe;
  currency: string;
}

const bodyOf = ({ file, lookup, recipe, currency }: Upload) => ({
  file,
  ...(lookup === undefined ? {} : { lookup }),
  recipe: JSON.stringify(recipe),
  currency,
});

/** Preview, import, and the mapping remembered after it. */
export function useImport() {
  const organisationId = useOrganisationId();
  const preview = useMutation<ImportPreview, Error, Upload>({
    mutationFn: (upload) => clientOf(organisationId).call("previewImport", { body: bodyOf(upload) }),
  });
  const remember = useWrite<ImportRecipe, SavedRecipe>((client, recipe, idempotencyKey) =>
    client.call("saveImportRecipe", { body: recipe, idempotencyKey }),
  );
  const write = useWrite<Upload & { remember: boolean }, ImportResult>(
    (client, upload) => client.call("createImport", { body: bodyOf(upload) }),
    (_result, upload) => {
      if (upload.remember) remember.send(upload.recipe);
    },
  );
  return { preview, write, remember };
}

/** Places and words of a refused file, whether it came as an answer or as a problem. */
export function refusals(
  preview: ImportPreview | undefined,
  error: unknown,
): { place: string; message: string }[] {
  if (preview?.kind === "refused") return preview.problems;
  if (!(error instanceof ApiProblem)) return [];
  return (error.problem.details ?? []).map(({ field, message }) => ({ place: field, message }));
}
