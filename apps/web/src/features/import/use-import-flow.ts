import { ApiProblem } from "@liftledger/contracts/client";
import type {
  FileInspection,
  ImportPreview,
  ImportQuestion,
  SavedRecipe,
} from "@liftledger/contracts/import";
import type { ImportRecipe } from "@liftledger/contracts/import-recipe";
import type { Kpi } from "@liftledger/contracts/kpi";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import type { SecondFile } from "./lookup-fields.tsx";
import { answerQuestions } from "./mapping-answer.ts";
import { guessMapping } from "./mapping-guess.ts";
import { mappedColumns, mappingOf, recipeOf } from "./mapping-recipe.ts";
import type { Mapping } from "./mapping.ts";
import { isFiguresRecipe } from "./recipe-target.ts";
import type { Answers } from "./questions.tsx";
import { useImportWrite, usePreview } from "./use-import-calls.ts";

/** A file that was looked at, and what one needs to map it. */
export interface ChosenFile {
  file: File;
  inspection: FileInspection;
  kpis: readonly Kpi[];
  recipes: readonly SavedRecipe[];
  ownCurrency: string;
}

export type ImportFlow = ReturnType<typeof useImportFlow>;

/** The way of one file: its mapping as a draft, the preview of it, and the import. */
export function useImportFlow(chosen: ChosenFile) {
  const { file, inspection, ownCurrency } = chosen;
  const mainColumns = inspection.columns.map((column) => column.name);
  const { draft, fitting } = useMappingDraft(chosen, mainColumns);
  const [second, setSecond] = useState<SecondFile>();
  const [currency, setCurrency] = useState(ownCurrency);
  const [asked, setAsked] = useState(false);
  const { preview, answer, isStale, look, rename } = usePreview<Mapping>({ file, second, currency });
  const { write, remember, run } = useImportWrite();

  const mapping = draft.value;
  const made = recipeOf(mapping);
  const missing = made.kind === "unfinished" ? made.missing : {};
  const current = answer(mapping);
  const show = (next: Mapping) => {
    setAsked(true);
    const ready = recipeOf(next);
    if (ready.kind === "recipe" && (next.lookup === null || second !== undefined)) look(next, ready.recipe);
  };
  return {
    mapping,
    setMapping: draft.set,
    origin: originWords(draft.restored, fitting),
    mainColumns,
    columns: [...mainColumns, ...lookupColumns(mapping, second)],
    second,
    setSecond,
    currency,
    setCurrency,
    problems: { ...recipeProblems(preview.error), ...(asked ? missing : {}) },
    /** What keeps the file from being read, in words. */
    unfinished: asked ? unfinishedWords(missing, mapping.lookup !== null && second === undefined) : [],
    questions: questionsOf(current, openQuestions(inspection, mapping)),
    reply(answers: Answers) {
      const next = answerQuestions(mapping, answers);
      draft.set(next);
      if (asked) show(next);
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
      const upload = { file, lookup: second?.file, recipe: made.recipe, currency };
      write.send({ ...upload, remember: isRemembered });
    },
  };
}

function unfinishedWords(missing: Record<string, string>, needsSecond: boolean): string[] {
  return [...Object.values(missing), ...(needsSecond ? ["Choose the second file, or do without it"] : [])];
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

/** What is asked: by the preview, or as long as there is none, by the first look at the file. */
function questionsOf(
  answer: ImportPreview | undefined,
  before: readonly ImportQuestion[],
): readonly ImportQuestion[] {
  if (answer === undefined) return before;
  return answer.kind === "question" ? answer.questions : [];
}

/** The questions of the first look that the mapping has not answered yet. */
function openQuestions(inspection: FileInspection, mapping: Mapping): ImportQuestion[] {
  return inspection.questions.filter(({ id }) => {
    if (id === `date-format:${mapping.dateColumn}`) return mapping.dateFormat === "";
    return id === "numbers" && mapping.numbers === "";
  });
}

export function originWords(
  restored: boolean,
  fitting: Pick<SavedRecipe, "name" | "version"> | undefined,
): string {
  if (restored) return "As you left it the last time a file with these columns was open.";
  if (fitting !== undefined)
    return `The remembered mapping “${fitting.name}”, version ${fitting.version}, fits this file.`;
  return "A guess from the headings. Look it over; nothing is read before you ask.";
}

export function recipeProblems(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(
    Object.entries(fieldProblems(error)).map(([field, message]) => [field.replace(/^recipe\./, ""), message]),
  );
}
