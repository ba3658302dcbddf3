import { Button, Group, Paper, Table, Text } from "@mantine/core";
import type { AuditEntry } from "@liftledger/contracts/audit";
import { useState } from "react";
import { formatInstant } from "../../components/format-date.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import { changedFields, saidFields, sameFields, subjectOf } from "./changed-fields.ts";
import { deedWords, nounWords } from "./entry-words.ts";
import { form, plural, t } from "../../words.ts";

interface AuditEntryCardProps {
  entry: AuditEntry;
  onOnlyActor: () => void;
  onOnlyObject: () => void;
}

/** One change: who, when, why; opened, what was and what is, field by field. */
export function AuditEntryCard({ entry, onOnlyActor, onOnlyObject }: AuditEntryCardProps) {
  const [open, setOpen] = useState(false);
  const { sequence, actor, noun, recordedAt, reason, requestId } = entry;
  const subject = subjectOf(entry);
  const deed = deedWords(entry);
  const what =
    subject === undefined ? t`${deed} (entry ${sequence})` : t`${deed}: ${subject} (entry ${sequence})`;
  return (
    <Paper withBorder p="sm" component="article" aria-label={what}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div style={{ flex: "1 1 260px", minWidth: 0 }}>
          <Text>
            <b>{deed}</b>
            {subject === undefined ? "" : `: ${subject}`}
          </Text>
          <Text
            size="sm"
            c="dimmed"
          >{t`${actor} · ${formatInstant(recordedAt)} · ${nounWords(noun)} · entry ${sequence}`}</Text>
          {reason !== null && <Text size="sm">{t`Why: ${reason}`}</Text>}
        </div>
        <Button
          variant="default"
          size="xs"
          aria-expanded={open}
          aria-label={t`What changed: ${what}`}
          onClick={() => setOpen(!open)}
        >{t`What changed`}</Button>
      </Group>
      {open && (
        <>
          <Difference entry={entry} label={t`What changed by ${what}`} />
          <Text size="sm" c="dimmed" mt={4} style={{ overflowWrap: "anywhere" }}>
            {t`Request ${requestId}`}
          </Text>
          <Group gap="xs" mt="xs">
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={onOnlyObject}
            >{t`Only this ${nounWords(noun)}`}</Button>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={onOnlyActor}
            >{t`Only what ${actor} did`}</Button>
          </Group>
        </>
      )}
    </Paper>
  );
}

function Difference({ entry: { before, after, names }, label }: { entry: AuditEntry; label: string }) {
  const all = changedFields(before, after, names);
  const changes = saidFields(all);
  const empty = all.length - changes.length;
  const same = sameFields(before, after);
  if (all.length === 0) {
    return (
      <Text size="sm" mt="xs">
        {before === null ? t`It holds nothing but that it happened.` : t`Nothing in it differs from before.`}
      </Text>
    );
  }
  return (
    <>
      <ScrollRegion label={label}>
        <Table fz="sm" mt="xs" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t`Field`}</Table.Th>
              {before !== null && <Table.Th>{t`Before`}</Table.Th>}
              {after !== null && <Table.Th>{before === null ? t`Set to` : t`After`}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map((change) => (
              <Table.Tr key={change.field}>
                <Table.Th scope="row" fw={400} c="dimmed">
                  {change.field}
                </Table.Th>
                {before !== null && <Table.Td>{change.before ?? "–"}</Table.Td>}
                {after !== null && (
                  <Table.Td fw={before === null ? 400 : 600}>{change.after ?? "–"}</Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      {empty > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          {plural(empty, form`${empty} field was left empty.`, form`${empty} fields were left empty.`)}
        </Text>
      )}
      {same > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          {plural(
            same,
            form`${same} other field stayed as it was.`,
            form`${same} other fields stayed as they were.`,
          )}
        </Text>
      )}
    </>
  );
}
