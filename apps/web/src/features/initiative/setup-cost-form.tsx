import { Button, Group, List, Stack, Text } from "@mantine/core";
import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import type { Initiative, NewCostLine } from "@liftledger/contracts/initiative";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { formatPeriod } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { showDecimal } from "../../components/typed-number.ts";
import { useDraft } from "../../components/use-draft.ts";
import { today } from "../../today.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { closedText } from "../periods/closed-words.ts";
import { closedMonthsQuery } from "../periods/queries.ts";
import { ratedCurrenciesQuery } from "../rates/queries.ts";
import { linesOf, type CostDraft, type CostLinesRead } from "./setup-cost-draft.ts";
import { SetupCostFields } from "./setup-cost-fields.tsx";
import { t } from "../../words.ts";

export interface SetupCostFormProps {
  initiative: Initiative;
  currency: string;
  onDone: () => void;
  /** Undefined where there is nothing to go back to. */
  onCancel: (() => void) | undefined;
}

/** Adds cost lines: one amount for each month of a range, or a block from a spreadsheet. */
export function SetupCostForm({ initiative, currency, onDone, onCancel }: SetupCostFormProps) {
  const { draft, read, asked, save, change, submit, discard } = useCostForm(initiative, currency, onDone);
  const rated = useQuery(ratedCurrenciesQuery(useOrganisationId())).data;
  const closed = useQuery(closedMonthsQuery(useOrganisationId())).data;
  const inClosed = [...new Set(read.lines.map(({ month }) => month))].filter((month) => closed?.has(month));
  return (
    <Form onSend={submit}>
      <Stack gap="md">
        <SetupCostFields
          draft={draft}
          startedOn={initiative.startedOn}
          currency={currency}
          otherCurrencies={rated ?? []}
          onChange={change}
        />
        <ReadBack
          read={read}
          showProblems={asked || draft.way === "paste"}
          currency={draft.currency ?? currency}
        />
        {inClosed.length > 0 && (
          <Text size="sm" role="status">
            {closedText(inClosed, readerLocale)}
          </Text>
        )}
        {save.error !== null && <ProblemAlert what={t`No cost was added.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>
            {read.lines.length > 1 ? t`Add ${read.lines.length} cost lines` : t`Add the cost`}
          </Button>
          {onCancel !== undefined && (
            <Button
              variant="default"
              onClick={() => {
                discard();
                onCancel();
              }}
            >{t`Cancel`}</Button>
          )}
        </Group>
      </Stack>
    </Form>
  );
}

/** The draft of new cost lines, the lines it makes, and how they are added. */
function useCostForm({ initiativeId, startedOn }: Initiative, currency: string, onDone: () => void) {
  const [first] = useState(() => firstDraft(startedOn.slice(0, 7)));
  const draft = useDraft<CostDraft>(`costs:${useOrganisationId()}:${initiativeId}`, first);
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
  const read = linesOf(draft.value, currency, readerLocale);
  return {
    draft: draft.value,
    read,
    asked,
    save,
    change(next: Partial<CostDraft>) {
      if (save.error !== null) save.reset();
      draft.set({ ...draft.value, ...next });
    },
    submit() {
      setAsked(true);
      if (read.problems.length === 0 && read.lines.length > 0) save.send(read.lines);
    },
    discard: () => draft.clear(first),
  };
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
  const many = lines.length === 1 ? t`One line` : t`${lines.length} lines`;
  const from = first === undefined ? "" : formatPeriod(first.month, readerLocale);
  return (
    <div aria-live="polite">
      {first !== undefined && last !== undefined && (
        <Text size="sm" c="dimmed">
          {amounts.size === 1 ? t`${many} of ${showDecimal(first.amount, readerLocale)} ${currency}` : many},{" "}
          {lines.length > 1 ? t`${from} to ${formatPeriod(last.month, readerLocale)}` : from}.
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
