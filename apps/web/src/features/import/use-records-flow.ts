import type { ImportQuestion } from "@liftledger/contracts/import";
import { isRecordsRecipe, type RecordTargetName } from "@liftledger/contracts/record-targets";
import { useState } from "react";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import type { Answers } from "./questions.tsx";
import { guessRecords } from "./records-guess.ts";
import {
  answerRecordQuestions,
  recordColumns,
  recordsMappingOf,
  recordsRecipeOf,
  type RecordsMapping,
} from "./records-mapping.ts";
import { useImportWrite, usePreview } from "./use-import-calls.ts";
import { originWords, recipeProblems, type ChosenFile } from "./use-import-flow.ts";

export type RecordsFlow = ReturnType<typeof useRecordsFlow>;

/** The way of a file whose rows are things: its mapping as a draft, the preview of it, and the import. */
export function useRecordsFlow(chosen: ChosenFile, target: RecordTargetName) {
  const { file, ownCurrency } = chosen;
  const { draft, fitting } = useRecordsDraft(chosen, target);
  const [asked, setAsked] = useState(false);
  const { preview, answer, isStale, look, rename } = usePreview<RecordsMapping>({
    file,
    second: undefined,
    currency: ownCurrency,
  });
  const { write, remember, run } = useImportWrite();
  const mapping = draft.value;
  const made = recordsRecipeOf(mapping);
  const missing = made.kind === "unfinished" ? made.missing : {};
  const current = answer(mapping);
  const questions: readonly ImportQuestion[] = current?.kind === "question" ? current.questions : [];
  const show = (next: RecordsMapping) => {
    setAsked(true);
    const ready = recordsRecipeOf(next);
    if (ready.kind === "recipe") look(next, ready.recipe);
  };
  return {
    mapping,
    setMapping: draft.set,
    origin: originWords(draft.restored, fitting),
    problems: { ...recipeProblems(preview.error), ...(asked ? missing : {}) },
    /** What keeps the file from being read, in words. */
    unfinished: asked ? Object.values(missing) : [],
    questions,
    reply(answers: Answers) {
      const next = answerRecordQuestions(mapping, answers);
      draft.set(next);
      show(next);
    },
    show: () => show(mapping),
    looking: preview.isPending,
    isStale: isStale(mapping),
    answer: current,
    previewError: isStale(mapping) ? null : preview.error,
    /** A name changes nothing in what was previewed. */
    setName(name: string) {
      const next = { ...mapping, name };
      draft.set(next);
      rename(next);
    },
    write,
    /** The import under way. */
    run,
    rememberError: remember.error,
    startRemembering: fitting === undefined,
    import(isRemembered: boolean) {
      if (made.kind !== "recipe") return;
      write.send({
        file,
        lookup: undefined,
        recipe: made.recipe,
        currency: ownCurrency,
        remember: isRemembered,
      });
    },
  };
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
