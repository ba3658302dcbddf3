import type { SavedView, ViewPage } from "@liftledger/contracts/saved-view";
import { Button, Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOpenedWith } from "../../components/use-opened-with.ts";
import { useAskAnew } from "../../use-ask-anew.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { t } from "../../words.ts";

export interface SavedViewFormProps {
  page: ViewPage;
  /** The view that is changed; undefined for a new one, of what is shown now. */
  view: SavedView | undefined;
  now: string;
  onDone: () => void;
}

interface ViewDraft {
  name: string;
  isShared: boolean;
  isDefault: boolean;
  /** Whether a view that is changed shall keep what is shown now. */
  takesNow: boolean;
}

/** A name for what is shown, whether others find it, and whether the page opens with it. */
export function SavedViewForm({ page, view: known, now, onDone }: SavedViewFormProps) {
  const view = useOpenedWith(known);
  const [first] = useState<ViewDraft>({
    name: view?.name ?? "",
    isShared: view?.isShared ?? false,
    isDefault: view?.isDefault ?? false,
    takesNow: false,
  });
  const draft = useDraft<ViewDraft>(`view:${useOrganisationId()}:${view?.viewId ?? `new:${page}`}`, first);
  const [asked, setAsked] = useState(false);
  const { name, isShared, isDefault, takesNow } = draft.value;
  const save = useWrite<ViewDraft, SavedView>(
    (client, { name: given, ...rest }, idempotencyKey) => {
      const kept = { name: given.trim(), isShared: rest.isShared, isDefault: rest.isDefault };
      if (view === undefined)
        return client.call("saveView", { body: { page, search: now, ...kept }, idempotencyKey });
      const search = rest.takesNow ? now : view.search;
      const { viewId, version } = view;
      return client.call("changeSavedView", {
        params: { viewId },
        body: { version, search, ...kept },
        idempotencyKey,
      });
    },
    () => {
      draft.clear(first);
      setAsked(false);
      onDone();
    },
  );
  useAskAnew(save.error);
  const fault = asked && name.trim() === "" ? t`Give it a name` : fieldProblems(save.error)["name"];
  const send = () => {
    setAsked(true);
    if (name.trim() !== "") save.send(draft.value);
  };
  const change = (next: Partial<ViewDraft>) => draft.set({ ...draft.value, ...next });
  return (
    <Form onSend={send}>
      <Stack gap="sm">
        <TextInput
          label={view === undefined ? t`Save what is shown now as` : t`Name`}
          maxLength={60}
          value={name}
          error={fault}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        <Checkbox
          label={t`Everybody in the organisation finds it`}
          checked={isShared}
          onChange={({ currentTarget }) => change({ isShared: currentTarget.checked })}
        />
        <Checkbox
          label={t`This page opens with it, for me`}
          checked={isDefault}
          onChange={({ currentTarget }) => change({ isDefault: currentTarget.checked })}
        />
        {view !== undefined && view.search !== now && (
          <Checkbox
            label={t`Keep what is shown now under it`}
            checked={takesNow}
            onChange={({ currentTarget }) => change({ takesNow: currentTarget.checked })}
          />
        )}
        {save.error !== null && <ProblemAlert what={t`The view was not saved.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" variant={view === undefined ? "filled" : "default"} loading={save.pending}>
            {view === undefined ? t`Save the view` : t`Save the changes`}
          </Button>
          {view !== undefined && (
            <Button
              variant="subtle"
              onClick={() => {
                draft.clear(first);
                onDone();
              }}
            >{t`Cancel`}</Button>
          )}
        </Group>
      </Stack>
    </Form>
  );
}
