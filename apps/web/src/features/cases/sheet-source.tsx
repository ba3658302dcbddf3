import { Anchor, Button, Card, FileButton, Group, List, NativeSelect, Stack, Text } from "@mantine/core";
import type { CaseSheet } from "@liftledger/contracts/case-sheet";
import { ApiProblem } from "@liftledger/contracts/client";
import { addPeriods } from "@liftledger/kpis/period";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { clientOf } from "../../api.ts";
import { formatMonth } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { problemText } from "../../components/problem-text.ts";
import { today } from "../../today.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { budgetRateWords } from "./plan-words.ts";
import { form, plural, t, tx } from "../../words.ts";

export interface SheetSourceProps {
  currency: string;
  /** What is wrong with what was chosen so far, said when the form is sent. */
  error: string | undefined;
  onRead(sheet: CaseSheet | null): void;
}

interface Asked {
  file: File;
  decimal: "." | ",";
  start: string;
}

/** A case from a spreadsheet: it is read as soon as it is chosen, and read again when what it does not say changes. */
export function SheetSource({ currency, error, onRead }: SheetSourceProps) {
  const organisationId = useOrganisationId();
  const [asked, setAsked] = useState<Omit<Asked, "file"> & { file: File | null }>({
    file: null,
    decimal: ".",
    start: addPeriods(today().slice(0, 7), 1),
  });
  const read = useMutation({
    mutationFn: (body: Asked) =>
      clientOf(organisationId).call("readCaseSheet", { body: { ...body, currency } }),
    onMutate: () => onRead(null),
    onSuccess: onRead,
  });
  const change = (next: Partial<typeof asked>) => {
    const { file, ...setting } = { ...asked, ...next };
    setAsked({ file, ...setting });
    if (file !== null) read.mutate({ file, ...setting });
  };
  const months = Array.from({ length: 37 }, (_, place) => addPeriods(today().slice(0, 7), place - 12));
  return (
    <Card withBorder padding="md">
      <Stack gap="sm">
        <Text size="sm">
          {tx`One sheet, CSV or .xlsx: a row a line, a column a period, headed as in ${<Example />}. docs/case-layout.md describes each column.`}
        </Text>
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label={t`Decimals in a CSV file are written with`}
            value={asked.decimal}
            data={[
              { value: ".", label: t`a point: 1200.5` },
              { value: ",", label: t`a comma: 1200,5` },
            ]}
            onChange={({ currentTarget }) => change({ decimal: currentTarget.value === "," ? "," : "." })}
          />
          <NativeSelect
            label={t`“Year 1” or “Month 1” begins in`}
            value={asked.start}
            data={months.map((month) => ({ value: month, label: formatMonth(`${month}-01`, readerLocale) }))}
            onChange={({ currentTarget }) => change({ start: currentTarget.value })}
          />
          <FileButton accept=".csv,.txt,.xlsx" onChange={(file) => file !== null && change({ file })}>
            {(props) => (
              <Button variant="default" loading={read.isPending} {...props}>
                {asked.file === null ? t`Choose a file` : t`Choose another file`}
              </Button>
            )}
          </FileButton>
        </Group>
        <div aria-live="polite">
          <Reading file={asked.file} read={read.data} error={read.error} missing={error} />
        </div>
      </Stack>
    </Card>
  );
}

const mostTold = 12;

const countOf = {
  benefits: (count: number) => plural(count, form`${count} benefit`, form`${count} benefits`),
  costs: (count: number) => plural(count, form`${count} cost`, form`${count} costs`),
  scenarios: (count: number) => plural(count, form`${count} scenario`, form`${count} scenarios`),
};

interface ReadingProps {
  file: File | null;
  read: CaseSheet | undefined;
  error: Error | null;
  missing: string | undefined;
}

/** The documented sheet itself, to be filled in. */
function Example() {
  return <Anchor href="/case-layout.csv" download>{t`this example`}</Anchor>;
}

/** What was read, or every cell that was not. */
function Reading({ file, read, error, missing }: ReadingProps) {
  if (error !== null) {
    const details = error instanceof ApiProblem ? (error.problem.details ?? []) : [];
    const more = details.length - mostTold;
    return (
      <Stack gap={4}>
        <Text size="sm" c="var(--mantine-color-error)">{t`Nothing was read of ${file?.name ?? ""}.`}</Text>
        {details.length === 0 && <Text size="sm">{problemText(error)}</Text>}
        <List size="sm">
          {details.slice(0, mostTold).map(({ field, message }) => (
            <List.Item key={`${field} ${message}`}>
              <b>{field}</b> {formatSentence(message)}
            </List.Item>
          ))}
        </List>
        {more > 0 && (
          <Text size="sm" c="dimmed">
            {plural(more, form`${more} more cell cannot be read.`, form`${more} more cells cannot be read.`)}
          </Text>
        )}
      </Stack>
    );
  }
  if (read === undefined)
    return missing === undefined ? null : (
      <Text size="sm" c="var(--mantine-color-error)">
        {missing}
      </Text>
    );
  const { plan, totals, formulaCells } = read;
  const { benefits, costs, scenarios, budgetRates, currency } = plan;
  return (
    <Text size="sm">
      {t`Read from ${file?.name ?? ""}: ${countOf.benefits(benefits.length)}, ${countOf.costs(costs.length)} and ${countOf.scenarios(scenarios.length)}.`}
      {budgetRates.map((rate) => ` ${t`It is planned at ${budgetRateWords(rate, currency)}.`}`)}
      {totals > 0 && ` ${t`Rows of totals passed over: ${totals}.`}`}
      {formulaCells > 0 && ` ${t`Cells made by formulas, read as stored: ${formulaCells}.`}`}
    </Text>
  );
}
