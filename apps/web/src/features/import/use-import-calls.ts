import type { ImportPreview, ImportResult, SavedRecipe } from "@liftledger/contracts/import";
import type { AnyRecipe } from "@liftledger/contracts/records-recipe";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { clientOf } from "../../api.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { followImport, type ImportRun } from "./import-run.ts";
import type { SecondFile } from "./lookup-fields.tsx";

/** What travels to the server: the file, a second one where the recipe joins it, the recipe and a currency. */
export interface Upload {
  file: File;
  lookup: File | undefined;
  recipe: AnyRecipe;
  currency: string;
}

const bodyOf = ({ file, lookup, recipe, currency }: Upload) => ({
  file,
  ...(lookup === undefined ? {} : { lookup }),
  recipe: JSON.stringify(recipe),
  currency,
});

/** The last preview, and whether it is still that of the mapping in the form. */
export function usePreview<Mapping>({
  file,
  second,
  currency,
}: {
  file: File;
  second: SecondFile | undefined;
  currency: string;
}) {
  const organisationId = useOrganisationId();
  const [previewed, setPreviewed] = useState<string>();
  const preview = useMutation<ImportPreview, Error, Upload>({
    mutationFn: (upload) => clientOf(organisationId).call("previewImport", { body: bodyOf(upload) }),
  });
  const signature = (mapping: Mapping) => JSON.stringify([mapping, currency, second?.file.name]);
  const isCurrent = (mapping: Mapping) => previewed === signature(mapping);
  return {
    preview,
    answer: (mapping: Mapping) => (isCurrent(mapping) && !preview.isPending ? preview.data : undefined),
    isStale: (mapping: Mapping) => previewed !== undefined && !isCurrent(mapping),
    look(mapping: Mapping, recipe: AnyRecipe) {
      setPreviewed(signature(mapping));
      preview.mutate({ file, lookup: second?.file, recipe, currency });
    },
    rename: (mapping: Mapping) => setPreviewed(signature(mapping)),
  };
}

/** Imports, telling how far it is, and afterwards remembers the mapping where that was wished. */
export function useImportWrite() {
  const remember = useWrite<AnyRecipe, SavedRecipe>((client, recipe, idempotencyKey) =>
    client.call("saveImportRecipe", { body: recipe, idempotencyKey }),
  );
  const [run, setRun] = useState<ImportRun>();
  const write = useWrite<Upload & { remember: boolean }, ImportResult>(
    (client, upload) =>
      followImport(client, bodyOf(upload), setRun).finally(() => {
        setRun(undefined);
      }),
    (_result, upload) => {
      if (upload.remember) remember.send(upload.recipe);
    },
  );
  return { write, remember, run };
}
