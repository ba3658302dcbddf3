import { Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import type { Annotation } from "@liftledger/contracts/annotation";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { today } from "../../today.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { t } from "../../words.ts";

export interface NoteFormProps {
  initiativeId: string;
  /** The series that may be noted on, by id and name. */
  series: readonly { seriesId: string; name: string }[];
  /** The note that is written anew; undefined for a new one. */
  note: Annotation | undefined;
  /** Undefined where the form stays. */
  onDone: (() => void) | undefined;
  /** What a new one begins with, where a point was chosen. */
  at?: NotedPoint | undefined;
}

/** Where something happened: a day, and the series whose chart it was chosen on, "" for the initiative. */
export interface NotedPoint {
  from: string;
  seriesId: string;
}

/** What happened, on which day or in which days: a note in one step. */
export function NoteForm({ initiativeId, series, note, onDone, at }: NoteFormProps) {
  const { draft, faults, save, change, submit, discard } = useNoteForm({ initiativeId, note, onDone, at });
  return (
    <Form onSend={submit}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-start">
          <TextInput
            label={t`What happened`}
            flex="1 1 260px"
            maxLength={400}
            value={draft.text}
            error={faults["text"]}
            onChange={({ currentTarget }) => change({ text: currentTarget.value })}
          />
          <TextInput
            label={t`On`}
            type="date"
            w={160}
            value={draft.from}
            error={faults["from"]}
            onChange={({ currentTarget }) => change({ from: currentTarget.value })}
          />
          <TextInput
            label={t`Until (optional)`}
            type="date"
            w={160}
            value={draft.until}
            error={faults["until"]}
            onChange={({ currentTarget }) => change({ until: currentTarget.value })}
          />
          {note === undefined && series.length > 0 && (
            <NativeSelect
              label={t`About`}
              w={230}
              value={draft.seriesId}
              data={[
                { value: "", label: t`This initiative` },
                ...series.map(({ seriesId, name }) => ({ value: seriesId, label: name })),
              ]}
              onChange={({ currentTarget }) => change({ seriesId: currentTarget.value })}
            />
          )}
        </Group>
        {save.error !== null && <ProblemAlert what={t`The note was not saved.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" variant="default" loading={save.pending}>
            {note === undefined ? t`Add the note` : t`Save the note`}
          </Button>
          {onDone !== undefined && (
            <Button
              variant="subtle"
              onClick={() => {
                discard();
                onDone();
              }}
            >{t`Cancel`}</Button>
          )}
        </Group>
      </Stack>
    </Form>
  );
}

interface NoteDraft {
  text: string;
  from: string;
  until: string;
  /** Empty for the initiative itself. */
  seriesId: string;
}

function useNoteForm({ initiativeId, note, onDone, at }: Omit<NoteFormProps, "series">) {
  const [first] = useState<NoteDraft>(() => ({
    text: note?.text ?? "",
    from: note?.from ?? at?.from ?? today(),
    until: note?.until ?? "",
    seriesId: at?.seriesId ?? "",
  }));
  const fresh = at === undefined ? initiativeId : `${initiativeId}:${at.seriesId}:${at.from}`;
  const key = note === undefined ? fresh : `${note.annotationId}:${note.version}`;
  const draft = useDraft<NoteDraft>(`note:${useOrganisationId()}:${key}`, first);
  const [asked, setAsked] = useState(false);
  const save = useWrite<NoteDraft, Annotation>(
    (client, { text, from, until, seriesId }, idempotencyKey) => {
      const written = { text: text.trim(), from, ...(until === "" ? {} : { until }) };
      if (note !== undefined) {
        const { annotationId, version } = note;
        return client.call("changeAnnotation", { params: { annotationId }, body: { version, ...written } });
      }
      const on = seriesId === "" ? { initiativeId } : { seriesId };
      return client.call("addAnnotation", { body: { ...on, ...written }, idempotencyKey });
    },
    () => {
      draft.clear(first);
      setAsked(false);
      onDone?.();
    },
  );
  const { text, from, until } = draft.value;
  const own = {
    ...(text.trim() === "" ? { text: t`Say what happened` } : {}),
    ...(from === "" ? { from: t`Say when` } : {}),
    ...(until !== "" && until < from ? { until: t`Not before the first day` } : {}),
  };
  return {
    draft: draft.value,
    faults: { ...fieldProblems(save.error), ...(asked ? own : {}) } as Record<string, string>,
    save,
    change(next: Partial<NoteDraft>) {
      if (save.error !== null) save.reset();
      draft.set({ ...draft.value, ...next });
    },
    submit() {
      setAsked(true);
      if (Object.keys(own).length === 0) save.send(draft.value);
    },
    discard: () => draft.clear(first),
  };
}
