import { ActionIcon, Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { emptyEvidence, thingKey, type EvidenceDraft, type Thing } from "./answer-draft.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

export interface EvidenceFieldsProps {
  rows: readonly EvidenceDraft[];
  /** What of the product may be chosen. */
  things: readonly Thing[];
  /** By field: "evidence.0.address"; "evidence" where it is about all of them. */
  faults: Readonly<Record<string, string>>;
  onChange: (rows: EvidenceDraft[]) => void;
}

const most = 20;

/** What shows it, one row each: a link, the reference of a file, or a thing in the product. */
export function EvidenceFields({ rows, things, faults, onChange }: EvidenceFieldsProps) {
  const change = (place: number, next: Partial<EvidenceDraft>) =>
    onChange(rows.map((row, index) => (index === place ? { ...row, ...next } : row)));
  return (
    <Stack gap="xs" component="fieldset" bd="none" p={0} m={0}>
      <Text size="sm" fw={500} component="legend" mb={6} p={0}>{t`What shows it`}</Text>
      {rows.map((row, place) => (
        <Group key={place} gap="xs" align="flex-start">
          <NativeSelect
            aria-label={t`Kind of evidence ${place + 1}`}
            w={130}
            value={row.kind}
            data={[
              { value: "link", label: t`A link` },
              { value: "file", label: t`A file` },
              { value: "object", label: t`In Liftledger` },
            ]}
            onChange={({ currentTarget }) =>
              change(place, { kind: currentTarget.value as EvidenceDraft["kind"] })
            }
          />
          <EvidenceRow
            row={row}
            place={place}
            things={things}
            faults={faults}
            onChange={(next) => change(place, next)}
          />
          {rows.length > 1 && (
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t`Remove evidence ${place + 1}`}
              onClick={() => onChange(rows.filter((_row, index) => index !== place))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      {faults["evidence"] !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {faults["evidence"]}
        </Text>
      )}
      {rows.length < most && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            px={0}
            onClick={() => onChange([...rows, emptyEvidence])}
          >{t`Add evidence`}</Button>
        </div>
      )}
    </Stack>
  );
}

interface EvidenceRowProps extends Omit<EvidenceFieldsProps, "rows" | "onChange"> {
  row: EvidenceDraft;
  place: number;
  onChange: (next: Partial<EvidenceDraft>) => void;
}

function EvidenceRow({ row, place, things, faults, onChange }: EvidenceRowProps) {
  const error = (field: string) => faults[`evidence.${place}.${field}`] ?? faults[`evidence.${place}`];
  if (row.kind === "file")
    return (
      <TextInput
        aria-label={t`Reference of file ${place + 1}`}
        placeholder={t`Where it lies: a name, a number, a path`}
        flex="1 1 260px"
        maxLength={300}
        value={row.reference}
        error={error("reference")}
        onChange={({ currentTarget }) => onChange({ reference: currentTarget.value })}
      />
    );
  if (row.kind === "object")
    return (
      <NativeSelect
        aria-label={t`What in Liftledger shows it, ${place + 1}`}
        flex="1 1 260px"
        value={row.object}
        error={error("object") ?? error("id")}
        data={[
          { value: "", label: t`Choose` },
          ...things.map((thing) => ({ value: thingKey(thing), label: formatSentence(thing.text) })),
        ]}
        onChange={({ currentTarget }) => onChange({ object: currentTarget.value })}
      />
    );
  return (
    <>
      <TextInput
        aria-label={t`Address of link ${place + 1}`}
        placeholder={t`Address, beginning with https`}
        type="url"
        flex="2 1 220px"
        maxLength={1000}
        value={row.address}
        error={error("address")}
        onChange={({ currentTarget }) => onChange({ address: currentTarget.value })}
      />
      <TextInput
        aria-label={t`Name of link ${place + 1}`}
        placeholder={t`What it is called`}
        flex="1 1 140px"
        maxLength={200}
        value={row.text}
        error={error("text")}
        onChange={({ currentTarget }) => onChange({ text: currentTarget.value })}
      />
    </>
  );
}
