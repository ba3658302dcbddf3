import type { FileInspection, ImportQuestion, SavedRecipe } from "@liftledger/contracts/import";
import type { ImportRecipe } from "@liftledger/contracts/import-recipe";
import type { Kpi } from "@liftledger/contracts/kpi";
import { useState } from "react";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import type { SecondFile } from "./lookup-fields.tsx";
import { answerQuestions } from "./mapping-answer.ts";
import { guessMapping } from "./mapping-guess.ts";
import { mappedColumns, mappingOf, recipeOf } from "./mapping-recipe.ts";
import type { Mapping } from "./mapping.ts";
import { isFiguresRecipe } from "./recipe-target.ts";
import { useMappingFlow } from "./use-mapping-flow.ts";
import { t } from "../../words.ts";

/** A file that was looked at, and what one needs to map it. */
export interface ChosenFile {
  file: File;
  inspection: FileInspection;
  kpis: readonly Kpi[];
  recipes: readonly SavedRecipe[];
  ownCurrency: string;
}

export type ImportFlow = ReturnType<typeof useImportFlow>;

/** The way of a file of figures, with the second file it may be joined with. */
export function useImportFlow(chosen: ChosenFile) {
  const { file, inspection, ownCurrency } = chosen;
  const mainColumns = inspection.columns.map((column) => column.name);
  const { draft, fitting } = useMappingDraft(chosen, mainColumns);
  const [second, setSecond] = useState<SecondFile>();
  const [currency, setCurrency] = useState(ownCurrency);
  const flow = useMappingFlow<Mapping>(
    { file, second, currency },
    {
      draft,
      fitting,
      recipeOf,
      answered: answerQuestions,
      questionsBefore: (mapping) => openQuestions(inspection, mapping),
      stillNeeded: ({ lookup }) =>
        lookup !== null && second === undefined ? [t`Choose the second file, or do without it`] : [],
    },
  );
  return {
    ...flow,
    mainColumns,
    columns: [...mainColumns, ...lookupColumns(flow.mapping, second)],
    second,
    setSecond,
    setCurrency,
  };
}

/** The mapping as it was left, else the remembered one that fits the file, else a guess. */
function useMappingDraft({ file, inspection, kpis, recipes }: ChosenFile, columns: readonly string[]) {
  const [fitting] = useState(() =>
    recipes
      .flatMap(({ recipe, ...saved }) => (isFiguresRecipe(recipe) ? [{ ...saved, recipe }] : []))
      .find((saved) => fits(saved.recipe, columns)),
  );
  const [first] = useState(() =>
    fitting === undefined ? guessMapping(inspection, file.name, kpis) : mappingOf(fitting.recipe),
  );
  const draft = useDraft<Mapping>(`import:${useOrganisationId()}:${columns.join("|")}`, first);
  return { draft, fitting };
}

/** Whether a file has every column that a remembered mapping names. */
function fits(recipe: ImportRecipe, columns: readonly string[]): boolean {
  const known = new Set(columns.map((column) => column.trim().toLowerCase()));
  const mapping = mappingOf(recipe);
  const own = mappedColumns(mapping).filter(
    (column) => mapping.lookup === null || !column.startsWith(`${mapping.lookup.name}.`),
  );
  return own.every((column) => known.has(column.trim().toLowerCase()));
}

function lookupColumns(mapping: Mapping, second: SecondFile | undefined): string[] {
  const { lookup } = mapping;
  if (lookup === null) return [];
  if (second !== undefined) return second.inspection.columns.map((column) => `${lookup.name}.${column.name}`);
  return mappedColumns(mapping).filter((column) => column.startsWith(`${lookup.name}.`));
}

/** The questions of the first look that the mapping has not answered yet. */
function openQuestions(inspection: FileInspection, mapping: Mapping): ImportQuestion[] {
  return inspection.questions.filter(({ id }) => {
    if (id === `date-format:${mapping.dateColumn}`) return mapping.dateFormat === "";
    return id === "numbers" && mapping.numbers === "";
  });
}
