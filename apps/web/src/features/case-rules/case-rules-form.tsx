import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import type { CaseSettings, SetCaseSettings } from "@liftledger/contracts/business-case";
import { useState } from "react";
import { percentOfShare } from "../../components/decimal-share.ts";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { Overtaken } from "../../components/overtaken.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { typedFromDecimal, type TypedNumber } from "../../components/typed-number.ts";
import { useDraft } from "../../components/use-draft.ts";
import { useAskAnew } from "../../use-ask-anew.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { readSaid } from "../case-plan/typed-plan.ts";
import { priceNames } from "../cases/plan-words.ts";
import { t } from "../../words.ts";

interface Typed {
  /** The one that it was made from. */
  version: number;
  annual: string;
  prices: "nominal" | "real";
  twoSignaturesFrom: string;
  onePageBelow: string;
  source: string;
  approvedBy: string;
}

export interface CaseRulesFormProps {
  /** Those in force; undefined where none were set. */
  rules: CaseSettings | undefined;
  currency: string;
}

const words = (decimal: string | null | undefined) =>
  decimal === null || decimal === undefined ? "" : typedFromDecimal(decimal, readerLocale);

/** The rules as the next version of them: what is left empty holds for nobody. */
export function CaseRulesForm({ rules, currency }: CaseRulesFormProps) {
  const { typed, change, faults, save, submit, drop } = useCaseRulesForm(rules);
  const text = (field: Exclude<keyof Typed, "prices" | "version">) => ({
    value: typed[field],
    error: faults[field],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      change({ [field]: currentTarget.value }),
  });
  const number = { inputMode: "decimal", autoComplete: "off" } as const;
  return (
    <Form onSend={submit}>
      <Stack gap="md">
        {rules !== undefined && rules.version > typed.version && (
          <Overtaken by={rules.recordedBy} onKeep={() => change({ version: rules.version })} onDrop={drop} />
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <TextInput
            label={t`Discount rate a year, in percent`}
            description={t`New plans are discounted at it. Empty: each states its own`}
            {...number}
            {...text("annual")}
          />
          <NativeSelect
            label={t`The rate is`}
            description={t`Plans with other prices state a rate of their own`}
            value={typed.prices}
            data={(["nominal", "real"] as const).map((value) => ({ value, label: priceNames[value] }))}
            onChange={({ currentTarget }) =>
              change({ prices: currentTarget.value === "real" ? "real" : "nominal" })
            }
          />
          <TextInput
            label={t`Two signatures from a spend of, in ${currency}`}
            description={t`Empty: one signature is always enough`}
            {...number}
            {...text("twoSignaturesFrom")}
          />
          <TextInput
            label={t`One page is enough below a spend of, in ${currency}`}
            description={t`Value, cost, three scenarios and approval. Empty: for no case`}
            {...number}
            {...text("onePageBelow")}
          />
          <TextInput
            label={t`Where they come from`}
            description={t`Such as a board paper`}
            maxLength={500}
            {...text("source")}
          />
          <TextInput
            label={t`Approved by`}
            description={t`Not who records them`}
            maxLength={200}
            {...text("approvedBy")}
          />
        </SimpleGrid>
        {save.error !== null && <ProblemAlert what={t`The rules were not set.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>{t`Set the rules`}</Button>
          {save.result !== undefined && <Text size="sm" role="status">{t`The rules are set.`}</Text>}
        </Group>
      </Stack>
    </Form>
  );
}

function useCaseRulesForm(rules: CaseSettings | undefined) {
  const organisationId = useOrganisationId();
  const draft = useDraft<Typed>(`case-rules:${organisationId}`, {
    version: rules?.version ?? 0,
    annual:
      rules === undefined || rules.discountRate === null
        ? ""
        : words(percentOfShare(rules.discountRate.annual)),
    prices: rules?.discountRate?.prices ?? "nominal",
    twoSignaturesFrom: words(rules?.twoSignaturesFrom),
    onePageBelow: words(rules?.onePageBelow),
    source: "",
    approvedBy: "",
  });
  const [asked, setAsked] = useState(false);
  const typed = draft.value;
  const save = useWrite<SetCaseSettings, CaseSettings>(
    (client, body, idempotencyKey) => client.call("setCaseSettings", { body, idempotencyKey }),
    ({ version }) => draft.saved((sent) => ({ ...sent, version, source: "", approvedBy: "" })),
  );
  useAskAnew(save.error);
  const read = {
    annual: readSaid(typed.annual, "percent", readerLocale),
    twoSignaturesFrom: readSaid(typed.twoSignaturesFrom, "number", readerLocale),
    onePageBelow: readSaid(typed.onePageBelow, "number", readerLocale),
  };
  const unread = Object.entries(read).flatMap(([field, one]) =>
    one.kind === "fault" ? [[field, one.message]] : [],
  );
  const own: Record<string, string> = {
    ...(Object.fromEntries(unread) as Record<string, string>),
    ...(typed.source.trim() === "" ? { source: t`Say where they come from` } : {}),
    ...(typed.approvedBy.trim() === "" ? { approvedBy: t`Say who approved them` } : {}),
  };
  const { "discountRate.annual": annualProblem, ...served } = fieldProblems(save.error);
  return {
    typed,
    save,
    drop: () => draft.clear(),
    faults: {
      ...served,
      ...(annualProblem === undefined ? {} : { annual: annualProblem }),
      ...(asked ? own : {}),
    } as Record<string, string>,
    change(next: Partial<Typed>) {
      if (save.error !== null || save.result !== undefined) save.reset();
      draft.set((before) => ({ ...before, ...next }));
    },
    submit() {
      setAsked(true);
      if (Object.keys(own).length > 0 || save.pending) return;
      draft.sent();
      const annual = decimalOf(read.annual);
      save.send({
        version: typed.version,
        discountRate: annual === null ? null : { annual, prices: typed.prices },
        twoSignaturesFrom: decimalOf(read.twoSignaturesFrom),
        onePageBelow: decimalOf(read.onePageBelow),
        source: typed.source.trim(),
        approvedBy: typed.approvedBy.trim(),
      });
    },
  };
}

const decimalOf = (read: TypedNumber) => (read.kind === "number" ? read.decimal : null);
