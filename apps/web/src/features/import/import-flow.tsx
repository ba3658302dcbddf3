import {
  Alert,
  Button,
  Card,
  Checkbox,
  Group,
  List,
  NativeSelect,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import type { FileInspection, ImportSummary, SavedRecipe } from "@liftledger/contracts/import";
import type { Kpi } from "@liftledger/contracts/kpi";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { countsMoney } from "../kpis/kpi-words.ts";
import { FileRows } from "./file-rows.tsx";
import { ImportDone } from "./import-done.tsx";
import { LookupFields, type SecondFile } from "./lookup-fields.tsx";
import { answerQuestion } from "./mapping-answer.ts";
import { MappingFields } from "./mapping-fields.tsx";
import { guessMapping } from "./mapping-guess.ts";
import { mappedColumns, mappingOf, recipeOf } from "./mapping-recipe.ts";
import type { Mapping } from "./mapping.ts";
import { Questions } from "./questions.tsx";
import { SummaryView } from "./summary-view.tsx";
import { useImport } from "./use-import.ts";

export interface ImportFlowProps {
  file: File;
  inspection: FileInspection;
  kpis: readonly Kpi[];
  recipes: readonly SavedRecipe[];
  ownCurrency: string;
  onAnother: () => void;
}

/** From a file that was looked at to an import: mapping, preview, and what was written. */
export function ImportFlow({ file, inspection, kpis, recipes, ownCurrency, onAnother }: ImportFlowProps) {
  const organisationId = useOrganisationId();
  const mainColumns = inspection.columns.map((column) => column.name);
  const [fitting] = useState(() => recipes.find((saved) => fits(saved, mainColumns)));
  const [first] = useState(() =>
    fitting === undefined ? guessMapping(inspection, file.name, kpis) : mappingOf(fitting.recipe),
  );
  const draft = useDraft<Mapping>(`import:${organisationId}:${mainColumns.join("|")}`, first);
  const [second, setSecond] = useState<SecondFile>();
  const [currency, setCurrency] = useState(ownCurrency);
  const [asked, setAsked] = useState(false);
  const [remembered, setRemembered] = useState(fitting === undefined);
  const [previewed, setPreviewed] = useState<string>();
  const { preview, write, remember } = useImport();

  const mapping = draft.value;
  const made = recipeOf(mapping);
  const columns = [...mainColumns, ...lookupColumns(mapping, second)];
  const isFresh = previewed === JSON.stringify(mapping) + currency;
  const answer = isFresh ? preview.data : undefined;
  const needsSecond = mapping.lookup !== null && second === undefined;
  const problems = {
    ...recipeProblems(preview.error),
    ...(asked && made.kind === "unfinished" ? made.missing : {}),
  };
  const upload = (recipe: Mapping) => {
    setAsked(true);
    const ready = recipeOf(recipe);
    if (ready.kind === "unfinished" || (recipe.lookup !== null && second === undefined)) return;
    setPreviewed(JSON.stringify(recipe) + currency);
    preview.mutate({ file, lookup: second?.file, recipe: ready.recipe, currency });
  };
  const replyTo = (questionId: string, value: string) => {
    const next = answerQuestion(mapping, questionId, value);
    draft.set(next);
    if (asked) upload(next);
  };

  if (write.result !== undefined)
    return (
      <ImportDone
        result={write.result}
        kpis={kpis}
        currency={currency}
        rememberError={remember.error}
        onAnother={onAnother}
      />
    );
  const questions =
    answer?.kind === "question" ? answer.questions : asked ? [] : openQuestions(inspection, mapping);
  return (
    <Stack gap="lg">
      <Card withBorder padding="md">
        <Group justify="space-between" mb="sm">
          <Title order={2} fz="lg">
            {file.name}
          </Title>
          <Button variant="default" size="xs" onClick={onAnother}>
            Choose another file
          </Button>
        </Group>
        <FileRows inspection={inspection} name={file.name} />
      </Card>
      <Card withBorder padding="md">
        <Stack gap="lg">
          <Group justify="space-between" align="flex-end">
            <div>
              <Title order={2} fz="lg">
                How to read it
              </Title>
              <Text size="sm" c="dimmed">
                {mappingOrigin(draft.restored, fitting)}
              </Text>
            </div>
            {recipes.length > 0 && (
              <NativeSelect
                aria-label="Use a remembered mapping"
                value=""
                data={[
                  { value: "", label: "Use a remembered mapping" },
                  ...recipes.map((saved) => ({ value: saved.recipeId, label: saved.name })),
                ]}
                onChange={({ currentTarget }) => {
                  const chosen = recipes.find((saved) => saved.recipeId === currentTarget.value);
                  if (chosen !== undefined) draft.set(mappingOf(chosen.recipe));
                }}
              />
            )}
          </Group>
          {questions.length > 0 && <Questions questions={questions} onAnswer={replyTo} />}
          <MappingFields
            mapping={mapping}
            inspection={inspection}
            columns={columns}
            kpis={kpis}
            problems={problems}
            onChange={draft.set}
            lookup={
              <LookupFields
                mapping={mapping}
                mainColumns={mainColumns}
                second={second}
                problem={problems["lookup"]}
                onChange={draft.set}
                onSecond={setSecond}
              />
            }
          />
          {mapping.measures.some(({ kpi }) => kpis.some((one) => one.key === kpi && countsMoney(one))) && (
            <TextInput
              label="Currency of the money in it"
              description="For series that are new"
              w={220}
              maxLength={3}
              value={currency}
              onChange={({ currentTarget }) => setCurrency(currentTarget.value.toUpperCase())}
            />
          )}
          {asked && (made.kind === "unfinished" || needsSecond) && (
            <Alert variant="default" color="red" role="alert" title="Something is still to be chosen">
              <List size="sm">
                {made.kind === "unfinished" &&
                  Object.entries(made.missing).map(([field, words]) => (
                    <List.Item key={field}>{words}</List.Item>
                  ))}
                {needsSecond && <List.Item>Choose the second file, or do without it</List.Item>}
              </List>
            </Alert>
          )}
          {isFresh && preview.error !== null && (
            <ProblemAlert what="The file was not read." error={preview.error} />
          )}
          {answer?.kind === "refused" && (
            <Alert variant="default" color="red" role="alert" title="The file cannot be imported like this">
              <List size="sm">
                {answer.problems.map((problem) => (
                  <List.Item key={`${problem.place} ${problem.rule}`}>
                    {problem.message} ({problem.place})
                  </List.Item>
                ))}
              </List>
            </Alert>
          )}
          <Group gap="sm">
            <Button
              variant={answer?.kind === "preview" ? "default" : "filled"}
              loading={preview.isPending}
              onClick={() => upload(mapping)}
            >
              Preview what would change
            </Button>
            {previewed !== undefined && !isFresh && (
              <Text size="sm" c="dimmed">
                The mapping has changed since: preview it again.
              </Text>
            )}
            <Text size="sm" c="dimmed">
              Nothing is written yet.
            </Text>
          </Group>
        </Stack>
      </Card>
      {answer?.kind === "preview" && (
        <Card withBorder padding="md">
          <Stack gap="md">
            <Title order={2} fz="lg">
              {previewTitle(answer.summary)}
            </Title>
            <SummaryView summary={answer.summary} kpis={kpis} currency={currency} verb="would be" />
            <Group align="flex-end" gap="md">
              <Checkbox
                label="Remember this mapping"
                checked={remembered}
                onChange={({ currentTarget }) => setRemembered(currentTarget.checked)}
              />
              {remembered && (
                <TextInput
                  aria-label="Name of the mapping"
                  w={260}
                  value={mapping.name}
                  error={problems["name"]}
                  onChange={({ currentTarget }) => {
                    const next = { ...mapping, name: currentTarget.value };
                    draft.set(next);
                    // A name changes nothing in what was previewed.
                    setPreviewed(JSON.stringify(next) + currency);
                  }}
                />
              )}
            </Group>
            {write.error !== null && <ProblemAlert what="Nothing was imported." error={write.error} />}
            <div>
              <Button
                disabled={answer.summary.periods.new + answer.summary.periods.changed === 0}
                loading={write.pending}
                onClick={() =>
                  made.kind === "recipe" &&
                  write.send({
                    file,
                    lookup: second?.file,
                    recipe: made.recipe,
                    currency,
                    remember: remembered,
                  })
                }
              >
                {importWords(answer.summary)}
              </Button>
            </div>
          </Stack>
        </Card>
      )}
    </Stack>
  );
}

function fits(saved: SavedRecipe, columns: readonly string[]): boolean {
  const known = new Set(columns.map((column) => column.trim().toLowerCase()));
  const mapping = mappingOf(saved.recipe);
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
function openQuestions(inspection: FileInspection, mapping: Mapping) {
  return inspection.questions.filter(({ id }) => {
    if (id === `date-format:${mapping.dateColumn}`) return mapping.dateFormat === "";
    if (id === "numbers") return mapping.numbers === "";
    return false;
  });
}

function mappingOrigin(restored: boolean, fitting: SavedRecipe | undefined): string {
  if (restored) return "As you left it the last time this file was open.";
  if (fitting !== undefined)
    return `The remembered mapping “${fitting.name}”, version ${fitting.version}, fits this file.`;
  return "A guess from the headings. Look it over; nothing is read before you ask.";
}

function recipeProblems(error: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fieldProblems(error)).map(([field, message]) => [field.replace(/^recipe\./, ""), message]),
  );
}

function previewTitle({ periods }: ImportSummary): string {
  if (periods.new + periods.changed === 0) return "The file says nothing new";
  return "This is what the import would do";
}

function importWords({ periods }: ImportSummary): string {
  const parts = [
    periods.new > 0 ? `${periods.new} new` : undefined,
    periods.changed > 0 ? `${periods.changed} changed` : undefined,
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return "Nothing to import";
  return `Import ${parts.join(" and ")} ${periods.new + periods.changed === 1 ? "period" : "periods"}`;
}
