import { Fieldset, NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import { meaningBelow } from "./kpi-words.ts";
import { t } from "../../words.ts";

export interface CountedFieldsProps<Kind extends string> {
  legend: string;
  /** The part of the wire its problems are named by. */
  part: "numerator" | "denominator";
  counted: { counts: string; unit: string };
  kind: Kind;
  /** What one chooses from, short enough for a narrow screen, and what it means once chosen. */
  kinds: Readonly<Record<Kind, { name: string; meaning: string }>>;
  /** Such as "orders paid" and "order". */
  examples: readonly [string, string];
  /** A total counts its periods: nothing to name. */
  isTotal?: boolean;
  problems: Record<string, string>;
  onCounted: (counted: { counts: string; unit: string }) => void;
  onKind: (kind: Kind) => void;
}

/** One side of a KPI: what is counted, what one of them is called, and what kind of thing it is. */
export function CountedFields<Kind extends string>(props: CountedFieldsProps<Kind>) {
  const { legend, part, counted, kind, kinds, examples, isTotal, problems, onCounted, onKind } = props;
  const [many, one] = examples;
  return (
    <Fieldset legend={legend}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {isTotal !== true && (
          <>
            <TextInput
              label={t`Counts, in the plural`}
              description={t`Such as “${many}”`}
              value={counted.counts}
              error={problems[`${part}.counts`]}
              onChange={({ currentTarget }) => onCounted({ ...counted, counts: currentTarget.value })}
            />
            <TextInput
              label={t`One of them`}
              description={t`Such as “${one}”`}
              value={counted.unit}
              error={problems[`${part}.unit`]}
              onChange={({ currentTarget }) => onCounted({ ...counted, unit: currentTarget.value })}
            />
          </>
        )}
        <NativeSelect
          label={t`It is`}
          description={kinds[kind].meaning}
          inputWrapperOrder={meaningBelow}
          value={kind}
          data={Object.entries<{ name: string }>(kinds).map(([value, { name }]) => ({ value, label: name }))}
          onChange={({ currentTarget }) => onKind(currentTarget.value as Kind)}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
