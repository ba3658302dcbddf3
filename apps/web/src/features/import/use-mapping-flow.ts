import { ApiProblem } from "@liftledger/contracts/client";
import type { ImportPreview, ImportQuestion, SavedRecipe } from "@liftledger/contracts/import";
import type { AnyRecipe } from "@liftledger/contracts/records-recipe";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import type { DraftState } from "../../components/use-draft.ts";
import type { SecondFile } from "./lookup-fields.tsx";
import type { Answers } from "./questions.tsx";
import { useImportWrite, usePreview } from "./use-import-calls.ts";
import { t } from "../../words.ts";

/** A mapping in the words of the wire, or what is still to be chosen, by field. */
type MadeRecipe =
  | { readonly kind: "recipe"; readonly recipe: AnyRecipe }
  | { readonly kind: "unfinished"; readonly missing: Record<string, string> };

/** What differs between one kind of mapping and another. */
interface MappingKind<Mapping> {
  draft: DraftState<Mapping>;
  /** The remembered mapping that fits the file. */
  fitting: Pick<SavedRecipe, "name" | "version"> | undefined;
  recipeOf: (mapping: Mapping) => MadeRecipe;
  answered: (mapping: Mapping, answers: Answers) => Mapping;
  /** What is asked as long as no preview asks. */
  questionsBefore: (mapping: Mapping) => readonly ImportQuestion[];
  /** What keeps the file from being read although the mapping is finished, in words. */
  stillNeeded: (mapping: Mapping) => readonly string[];
}

/** What goes to the server with the mapping. */
interface MappedFile {
  file: File;
  second: SecondFile | undefined;
  currency: string;
}

export type MappingFlow = ReturnType<typeof useMappingFlow<{ name: string }>>;

/** The way of one file, whatever its rows become: its mapping as a draft, the preview of it, and the import. */
export function useMappingFlow<Mapping extends { name: string }>(
  mapped: MappedFile,
  { draft, fitting, recipeOf, answered, questionsBefore, stillNeeded }: MappingKind<Mapping>,
) {
  const { file, second, currency } = mapped;
  const [asked, setAsked] = useState(false);
  const { preview, answer, isStale, look, rename } = usePreview<Mapping>(mapped);
  const { write, remember, run } = useImportWrite();
  const mapping = draft.value;
  const made = recipeOf(mapping);
  const missing = made.kind === "unfinished" ? made.missing : {};
  const current = answer(mapping);
  const show = (next: Mapping) => {
    setAsked(true);
    const ready = recipeOf(next);
    if (ready.kind === "recipe" && stillNeeded(next).length === 0) look(next, ready.recipe);
  };
  return {
    mapping,
    setMapping: draft.set,
    origin: originWords(draft.restored, fitting),
    currency,
    problems: { ...recipeProblems(preview.error), ...(asked ? missing : {}) },
    /** What keeps the file from being read, in words. */
    unfinished: asked ? [...Object.values(missing), ...stillNeeded(mapping)] : [],
    questions: questionsOf(current, questionsBefore(mapping)),
    reply(answers: Answers) {
      const next = answered(mapping, answers);
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
      write.send({ file, lookup: second?.file, recipe: made.recipe, currency, remember: isRemembered });
    },
  };
}

/** What is asked: by the preview, or as long as there is none, by the first look at the file. */
function questionsOf(
  answer: ImportPreview | undefined,
  before: readonly ImportQuestion[],
): readonly ImportQuestion[] {
  if (answer === undefined) return before;
  return answer.kind === "question" ? answer.questions : [];
}

function originWords(restored: boolean, fitting: Pick<SavedRecipe, "name" | "version"> | undefined): string {
  if (restored) return t`As you left it the last time a file with these columns was open.`;
  if (fitting !== undefined)
    return t`The remembered mapping “${fitting.name}”, version ${fitting.version}, fits this file.`;
  return t`A guess from the headings. Look it over; nothing is read before you ask.`;
}

function recipeProblems(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(
    Object.entries(fieldProblems(error)).map(([field, message]) => [field.replace(/^recipe\./, ""), message]),
  );
}
