import {
  Button,
  Group,
  List,
  NativeSelect,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import type { CostCategory, Initiative, NewCostLine } from "@liftledger/contracts/initiative";
import { addPeriods, comparePeriods, listPeriods } from "@liftledger/kpis/period";
import { useState } from "react";
import { formatPeriod } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { showDecimal } from "../../components/typed-number.ts";
import { useDraft } from "../../components/use-draft.ts";
import { today } from "../../today.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import {
  costCategories,
  monthlyCostLines,
  pastedCostLines,
  type CostKind,
  type CostLinesRead,
  type CostShared,
} from "./setup-cost-draft.ts";

interface CostDraft extends CostShared {
  way: "months" | "paste";
  from: string;
  to: string;
  amount: string;
  pasted: string;
}

export interface SetupCostFormProps {
  initiative: Initiative;
  currency: string;
  onDone: () => void;
  onCancel: (() => void) | undefined;
}

/** Adds cost lines: one amount for each month of a range, or a block from a spreadsheet. */
export function SetupCostForm({ initiative, currency, onDone, onCancel }: SetupCostFormProps) {
  const organisationId = useOrganisationId();
  const { initiativeId, startedOn } = initiative;
  const [first] = useState(() => firstDraft(startedOn.slice(0, 7)));
  const draft = useDraft<CostDraft>(`costs:${organisationId}:${initiativeId}`, first);
  const [asked, setAsked] = useState(false);
  const save = useWrite<NewCostLine[], EndpointOutput<"addCostLines">>(
    (client, costLines, idempotencyKey) =>
      client.call("addCostLines", { params: { initiativeId }, body: { costLines }, idempotencyKey }),
    () => {
      draft.clear(first);
      setAsked(false);
      onDone();
    },
  );
  const { value } = draft;
  const read = linesOf(value, currency);
  const change = (next: Partial<CostDraft>) => {
    if (save.error !== null) save.reset();
    draft.set({ ...value, ...next });
  };
  const submit = () => {
    setAsked(true);
    if (read.problems.length === 0 && read.lines.length > 0) save.send(read.lines);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <SegmentedControl<CostDraft["way"]>
          aria-label="How to enter costs"
          value={value.way}
          data={[
            { value: "months", label: "The same each month" },
            { value: "paste", label: "Paste a list" },
          ]}
          onChange={(way) => change({ way })}
        />
        <SharedFields draft={value} onChange={change} />
        {value.way === "months" ? (
          <MonthFields draft={value} startedOn={startedOn} currency={currency} onChange={change} />
        ) : (
          <Textarea
            label="Month and amount, one line each"
            description="Copied from a spreadsheet; a third column may name the category, a fourth say planned or actual"
            autosize
            minRows={4}
            maxRows={14}
            value={value.pasted}
            onChange={({ currentTarget }) => change({ pasted: currentTarget.value })}
          />
        )}
        <ReadBack read={read} showProblems={asked || value.way === "paste"} currency={currency} />
        {save.error !== null && <ProblemAlert what="No cost was added." error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending} disabled={asked && read.lines.length === 0}>
            {read.lines.length > 1 ? `Add ${read.lines.length} cost lines` : "Add the cost"}
          </Button>
          {onCancel !== undefined && (
            <Button
              variant="default"
              onClick={() => {
                draft.clear(first);
                onCancel();
              }}
            >
              Cancel
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

interface FieldsProps {
  draft: CostDraft;
  onChange: (next: Partial<CostDraft>) => void;
}

function SharedFields({ draft, onChange }: FieldsProps) {
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label="Category"
        value={draft.category}
        data={[...costCategories]}
        onChange={({ currentTarget }) => onChange({ category: currentTarget.value as CostCategory })}
      />
      <NativeSelect
        label="It was"
        value={draft.kind}
        data={[
          { value: "actual", label: "paid (actual)" },
          { value: "planned", label: "planned" },
        ]}
        onChange={({ currentTarget }) => onChange({ kind: currentTarget.value as CostKind })}
      />
      <TextInput
        label="Source (optional)"
        description="An invoice, a contract"
        value={draft.source}
        onChange={({ currentTarget }) => onChange({ source: currentTarget.value })}
      />
    </Group>
  );
}

function MonthFields({
  draft,
  startedOn,
  currency,
  onChange,
}: FieldsProps & { startedOn: string; currency: string }) {
  const months = monthChoices(startedOn);
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label="From"
        value={draft.from}
        data={months}
        onChange={({ currentTarget }) =>
          onChange({
            from: currentTarget.value,
            ...(draft.to < currentTarget.value ? { to: currentTarget.value } : {}),
          })
        }
      />
      <NativeSelect
        label="To and with"
        value={draft.to}
        data={months}
        onChange={({ currentTarget }) => onChange({ to: currentTarget.value })}
      />
      <TextInput
        label="Amount each month"
        inputMode="decimal"
        autoComplete="off"
        w={190}
        value={draft.amount}
        rightSection={
          <Text component="span" size="xs" c="dimmed" aria-hidden>
            {currency}
          </Text>
        }
        rightSectionWidth={44}
        onChange={({ currentTarget }) => onChange({ amount: currentTarget.value })}
      />
    </Group>
  );
}

/** What would be added, said back before it is: a line cannot be taken away afterwards. */
function ReadBack({
  read,
  showProblems,
  currency,
}: {
  read: CostLinesRead;
  showProblems: boolean;
  currency: string;
}) {
  const { lines, problems } = read;
  const amounts = new Set(lines.map((line) => line.amount));
  const [first, last] = [lines[0], lines.at(-1)];
  return (
    <div aria-live="polite">
      {first !== undefined && last !== undefined && (
        <Text size="sm" c="dimmed">
          {lines.length === 1 ? "One line" : `${lines.length} lines`}
          {amounts.size === 1 && ` of ${showDecimal(first.amount, readerLocale)} ${currency}`},{" "}
          {formatPeriod(first.month, readerLocale)}
          {lines.length > 1 && ` to ${formatPeriod(last.month, readerLocale)}`}.
        </Text>
      )}
      {showProblems && problems.length > 0 && (
        <List size="sm" c="var(--mantine-color-error)">
          {problems.slice(0, 8).map((problem) => (
            <List.Item key={problem}>{problem}</List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

function linesOf(draft: CostDraft, currency: string): CostLinesRead {
  return draft.way === "months"
    ? monthlyCostLines(draft, draft, currency, readerLocale)
    : pastedCostLines(draft.pasted, draft, currency, readerLocale);
}

function firstDraft(startMonth: string): CostDraft {
  const thisMonth = today().slice(0, 7);
  const to = startMonth > thisMonth ? startMonth : thisMonth;
  return {
    way: "months",
    category: "licences",
    kind: "actual",
    source: "",
    from: startMonth,
    to,
    amount: "",
    pasted: "",
  };
}

/** From a year before the start to a year ahead of today. */
function monthChoices(startedOn: string) {
  const start = addPeriods(startedOn.slice(0, 7), -12);
  const ahead = addPeriods(today().slice(0, 7), 12);
  const end = comparePeriods(ahead, start) < 24 ? addPeriods(start, 24) : ahead;
  return listPeriods(start, end).map((value) => ({ value, label: formatPeriod(value, readerLocale) }));
}
