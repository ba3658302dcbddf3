import { Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import type { Annotation } from "@liftledger/contracts/annotation";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOpenedWith } from "../../components/use-opened-with.ts";
import { today } from "../../today.ts";
import { useAskAnew } from "../../use-ask-anew.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import type { NotedPoint } from "./noted-point.ts";
import type { NotedThing } from "./noted-thing.ts";
import { t } from "../../words.ts";

export interface NoteFormProps {
  /** Whose form it is, so that its draft is found again: an initiative, a series, the portfolio. */
  subject: string;
  /** What may be noted on; the first unless a point says otherwise. */
  things: readonly NotedThing[];
  /** The note that is written anew; undefined for a new one. */
  note: Annotation | undefined;
  /** Undefined where the form stays. */
  onDone: (() => void) | undefined;
  /** What a new one begins with, where a point was chosen. */
  at?: NotedPoint | undefined;
}

/** What happened, on which day or in which days: a note in one step. */
export function NoteForm(props: NoteFormProps) {
  const { things, note, onDone } = props;
  const { draft, faults, save, change, submit, discard } = useNoteForm(props);
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
          {note === undefined && things.length > 1 && (
            <NativeSelect
              label={t`About`}
              w={{ base: "100%", xs: 300 }}
              value={draft.about}
              error={faults["about"]}
              data={[
                ...(things.some(({ key }) => key === draft.about)
                  ? []
                  : [{ value: draft.about, label: t`Choose one` }]),
                ...things.map(({ key, name }) => ({ value: key, label: name })),
              ]}
              onChange={({ currentTarget }) => change({ about: currentTarget.value })}
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
  /** The key of what it is about; of none of the things where that is to be chosen. */
  about: string;
}

const toBeChosen = "?";

function useNoteForm({ subject, things, note: known, onDone, at }: NoteFormProps) {
  const note = useOpenedWith(known);
  const [first] = useState<NoteDraft>(() => ({
    text: note?.text ?? "",
    from: note?.from ?? at?.from ?? today(),
    until: note?.until ?? "",
    about: at === undefined ? (things[0]?.key ?? toBeChosen) : (at.about ?? toBeChosen),
  }));
  const fresh = at === undefined ? subject : `${subject}:${at.about ?? ""}:${at.from}`;
  const key = note === undefined ? fresh : `${note.annotationId}:${note.version}`;
  const draft = useDraft<NoteDraft>(`note:${useOrganisationId()}:${key}`, first);
  const [asked, setAsked] = useState(false);
  const save = useWrite<NoteDraft, Annotation>(
    (client, { text, from, until, about }, idempotencyKey) => {
      const written = { text: text.trim(), from, ...(until === "" ? {} : { until }) };
      if (note !== undefined) {
        const { annotationId, version } = note;
        return client.call("changeAnnotation", {
          params: { annotationId },
          body: { version, ...written },
          idempotencyKey,
        });
      }
      const on = things.find(({ key }) => key === about)?.on;
      return client.call("addAnnotation", { body: { ...on, ...written }, idempotencyKey });
    },
    () => {
      draft.clear(first);
      setAsked(false);
      onDone?.();
    },
  );
  useAskAnew(save.error);
  const { text, from, until, about } = draft.value;
  const isChosen = note !== undefined || things.some(({ key }) => key === about);
  const own = {
    ...(text.trim() === "" ? { text: t`Say what happened` } : {}),
    ...(isChosen ? {} : { about: t`Choose what it is about` }),
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
