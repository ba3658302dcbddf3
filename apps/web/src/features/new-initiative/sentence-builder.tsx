import { Group, NativeSelect, Text, TextInput } from "@mantine/core";
import type { Kpi } from "@liftledger/contracts/kpi";
import type { ReactNode } from "react";
import { KpiSelect } from "../kpis/kpi-select.tsx";
import { withKpi, type InitiativeDraft } from "./initiative-draft.ts";
import { t } from "../../words.ts";

export interface SentenceBuilderProps {
  draft: InitiativeDraft;
  kpis: readonly Kpi[];
  /** What is wrong, by field of the wire: "outcome.change". */
  problems: Record<string, string>;
  first?: { words: string; keys: readonly string[] };
  onChange: (draft: InitiativeDraft) => void;
}

/** The outcome as a sentence with gaps: "We will … KPI by … percent by …". */
export function SentenceBuilder({ draft, kpis, problems, first, onChange }: SentenceBuilderProps) {
  const chooseKpi = (kpiKey: string) =>
    onChange(
      withKpi(
        draft,
        kpis.find((one) => one.key === kpiKey),
      ),
    );
  return (
    <Group gap="xs" align="flex-start">
      <Word>{t`We will`}</Word>
      <NativeSelect
        aria-label={t`Direction`}
        size="md"
        w={135}
        value={draft.change}
        error={problems["outcome.change"] !== undefined}
        data={[
          { value: t`increase`, label: t`increase` },
          { value: "decrease", label: t`reduce` },
        ]}
        onChange={(event) =>
          onChange({ ...draft, change: event.currentTarget.value === "decrease" ? "decrease" : "increase" })
        }
      />
      <KpiSelect
        label={t`KPI`}
        hideLabel
        size="md"
        w={{ base: "100%", xs: 310 }}
        kpis={kpis}
        value={draft.kpiKey}
        placeholder={t`choose a KPI`}
        error={problems["outcome.kpiKey"]}
        onChange={chooseKpi}
        {...(first === undefined ? {} : { first })}
      />
      <AmountAndDay draft={draft} problems={problems} onChange={onChange} />
    </Group>
  );
}

function AmountAndDay({
  draft,
  problems,
  onChange,
}: Pick<SentenceBuilderProps, "draft" | "problems" | "onChange">) {
  return (
    <>
      <Word>{t`by`}</Word>
      <TextInput
        aria-label={t`Percent`}
        size="md"
        w={100}
        inputMode="decimal"
        autoComplete="off"
        value={draft.percent}
        error={problems["outcome.percent"]}
        rightSection={
          <Text component="span" size="sm" c="dimmed" aria-hidden>
            %
          </Text>
        }
        onChange={(event) => onChange({ ...draft, percent: event.currentTarget.value })}
      />
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Word>{t`by`}</Word>
        <TextInput
          aria-label={t`By when`}
          size="md"
          type="date"
          w={165}
          value={draft.by}
          error={problems["outcome.by"]}
          onChange={(event) => onChange({ ...draft, by: event.currentTarget.value })}
        />
      </Group>
    </>
  );
}

function Word({ children }: { children: ReactNode }) {
  return (
    <Text component="span" size="md" lh="42px">
      {children}
    </Text>
  );
}
