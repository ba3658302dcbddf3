import { isRecordsRecipe, type RecordTargetName } from "@liftledger/contracts/record-targets";
import { useState } from "react";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { guessRecords } from "./records-guess.ts";
import {
  answerRecordQuestions,
  recordColumns,
  recordsMappingOf,
  recordsRecipeOf,
  type RecordsMapping,
} from "./records-mapping.ts";
import type { ChosenFile } from "./use-import-flow.ts";
import { useMappingFlow } from "./use-mapping-flow.ts";

export type RecordsFlow = ReturnType<typeof useRecordsFlow>;

/** The way of a file whose rows are things. */
export function useRecordsFlow(chosen: ChosenFile, target: RecordTargetName) {
  const { file, ownCurrency: currency } = chosen;
  return useMappingFlow<RecordsMapping>(
    { file, second: undefined, currency },
    {
      ...useRecordsDraft(chosen, target),
      recipeOf: recordsRecipeOf,
      answered: answerRecordQuestions,
      // The first look asks about figures by the week; of these rows only the preview knows what is unclear.
      questionsBefore: () => [],
      stillNeeded: () => [],
    },
  );
}

/** The mapping as it was left, else the remembered one that fits the file, else a guess. */
function useRecordsDraft({ file, inspection, recipes, ownCurrency }: ChosenFile, target: RecordTargetName) {
  const columns = inspection.columns.map((column) => column.name);
  const known = new Set(columns.map((column) => column.trim().toLowerCase()));
  const [fitting] = useState(() =>
    recipes
      .flatMap(({ recipe, ...saved }) =>
        isRecordsRecipe(recipe) && recipe.target === target ? [{ ...saved, recipe }] : [],
      )
      .find(({ recipe }) =>
        recordColumns(recordsMappingOf(recipe)).every((column) => known.has(column.trim().toLowerCase())),
      ),
  );
  const [first] = useState(() =>
    fitting === undefined
      ? guessRecords(target, inspection, { fileName: file.name, currency: ownCurrency })
      : recordsMappingOf(fitting.recipe),
  );
  const key = `import:${useOrganisationId()}:${target}:${columns.join("|")}`;
  return { draft: useDraft<RecordsMapping>(key, first), fitting };
}
