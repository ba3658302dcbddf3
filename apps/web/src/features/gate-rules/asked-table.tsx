import { Checkbox, Group, NativeSelect, Table, Text, TextInput } from "@mantine/core";
import { evidenceWords, phaseNames } from "../verdict/verdict-look.ts";
import { gateNames, type AskedDraft, type Criteria, type GateName } from "./rules-draft.ts";
import { t } from "../../words.ts";

export interface AskedTableProps {
  criteria: Criteria;
  asked: AskedDraft;
  faults: Record<string, string>;
  /** Null where it is looked at only. */
  onChange: ((asked: AskedDraft) => void) | null;
}

/** Which gate asks which criterion, with what limit. */
export function AskedTable({ criteria, asked, faults, onChange }: AskedTableProps) {
  return (
    <>
      <Table fz="sm" className="stacks-on-phone" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`The gate asks`}</Table.Th>
            {gateNames.map((gate) => (
              <Table.Th key={gate}>{t`Into ${phaseNames[gate]}`}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {criteria.map((criterion) => (
            <Table.Tr key={criterion.criterion}>
              <Table.Th scope="row" fw={500}>
                {criterion.question}
              </Table.Th>
              {gateNames.map((gate) => (
                <Table.Td key={gate} className="in-a-row" data-label={t`Into ${phaseNames[gate]}`} w={226}>
                  <AskedCell
                    gate={gate}
                    criterion={criterion}
                    typed={asked[gate][criterion.criterion] ?? null}
                    fault={faults[`${gate}.${criterion.criterion}`]}
                    onChange={
                      onChange === null
                        ? null
                        : (typed) =>
                            onChange({ ...asked, [gate]: { ...asked[gate], [criterion.criterion]: typed } })
                    }
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {gateNames.map((gate) =>
        faults[gate] === undefined ? null : (
          <Text key={gate} size="sm" c="var(--mantine-color-error)" role="alert">
            {t`Into ${phaseNames[gate]}: ${faults[gate]}`}
          </Text>
        ),
      )}
    </>
  );
}

/** The limits in words; grades of evidence by their words and letters. */
const limitNames: Readonly<Record<string, string>> = {
  "on-track": t`On track`,
  above: t`Above`,
  watch: t`Watch`,
  fair: t`Fair`,
  good: t`Good`,
  ...Object.fromEntries(
    Object.entries(evidenceWords).map(([letter, words]) => [letter, `${letter}: ${words}`]),
  ),
};

interface AskedCellProps {
  gate: GateName;
  criterion: Criteria[number];
  /** Null where it is not asked. */
  typed: string | null;
  fault: string | undefined;
  onChange: ((typed: string | null) => void) | null;
}

function AskedCell({ gate, criterion: { question, limit }, typed, fault, onChange }: AskedCellProps) {
  const name = t`Into ${phaseNames[gate]}: ${question}`;
  if (onChange === null)
    return typed === null
      ? t`not asked`
      : typed === ""
        ? t`asked`
        : t`asked, at least ${limitNames[typed] ?? typed}`;
  const limitName = t`Limit into ${phaseNames[gate]}: ${question}`;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Checkbox
        aria-label={name}
        mt={limit === null || typed === null ? 0 : 8}
        checked={typed !== null}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? "" : null)}
      />
      {limit !== null && typed !== null && limit.kind === "one-of" && (
        <NativeSelect
          aria-label={limitName}
          size="sm"
          value={typed === "" ? limit.values[0] : typed}
          data={limit.values.map((value) => ({ value, label: limitNames[value] ?? value }))}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
      {limit !== null && typed !== null && limit.kind === "share" && (
        <TextInput
          aria-label={limitName}
          size="sm"
          w={90}
          inputMode="decimal"
          autoComplete="off"
          placeholder={`${Number(limit.value) * 100}%`}
          value={typed}
          error={fault}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </Group>
  );
}
