import type { ProductionFacts, SetProductionFacts } from "@liftledger/contracts/production-facts";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useDraft } from "../../components/use-draft.ts";
import { useAskAnew } from "../../use-ask-anew.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import {
  changedFacts,
  draftOf,
  putTogether,
  readFacts,
  takenUp,
  type ProductionDraft,
  type TypedFacts,
} from "./production-draft.ts";
import { ProductionFields } from "./production-fields.tsx";
import { SavedMeanwhile } from "./saved-meanwhile.tsx";
import { useLedToFact } from "./use-led-to-fact.ts";
import { t } from "../../words.ts";

/** Under which name the draft of the facts is kept. */
export const productionDraftKey = (organisationId: string, initiativeId: string) =>
  `production:${organisationId}:${initiativeId}`;

export interface ProductionFormProps {
  facts: ProductionFacts;
  onDone: () => void;
}

/** Records what an initiative needs in production; what is typed is kept until it is saved or thrown away. */
export function ProductionForm({ facts, onDone }: ProductionFormProps) {
  const { draft, faults, isIncomplete, save, change, putOnTop, send, finish } = useProductionForm(
    facts,
    onDone,
  );
  useLedToFact();
  return (
    <Form onSend={send}>
      <Stack gap="md">
        {facts.version > draft.version && (
          <SavedMeanwhile facts={facts} draft={draft} onKeep={putOnTop} onDrop={finish} />
        )}
        <ProductionFields typed={draft.typed} faults={faults} onChange={change} />
        {isIncomplete && (
          <Text
            role="alert"
            c="var(--mantine-color-error)"
          >{t`Something is missing above: it is marked.`}</Text>
        )}
        {save.error !== null && <ProblemAlert what={t`It was not saved.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>{t`Save what it needs`}</Button>
          <Button variant="default" onClick={finish}>{t`Leave it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

function useProductionForm(facts: ProductionFacts, onDone: () => void) {
  const organisationId = useOrganisationId();
  const { initiativeId } = facts;
  const kept = useDraft<ProductionDraft>(
    productionDraftKey(organisationId, initiativeId),
    draftOf(facts, readerLocale),
  );
  const [asked, setAsked] = useState(false);
  const draft = takenUp(kept.value, facts, readerLocale);
  const finish = () => {
    kept.clear();
    onDone();
  };
  const save = useWrite<SetProductionFacts, ProductionFacts>(
    (client, body, idempotencyKey) =>
      client.call("setProductionFacts", { params: { initiativeId }, body, idempotencyKey }),
    finish,
  );
  useAskAnew(save.error);
  const read = readFacts(draft.typed, readerLocale);
  const own = asked && read.kind === "faults" ? read.faults : {};
  return {
    draft,
    faults: { ...fieldProblems(save.error), ...own } as Record<string, string>,
    isIncomplete: asked && read.kind === "faults",
    save,
    finish,
    change(next: Partial<TypedFacts>) {
      if (save.error !== null) save.reset();
      kept.set((before) => {
        const now = takenUp(before, facts, readerLocale);
        return { ...now, typed: { ...now.typed, ...next } };
      });
    },
    putOnTop() {
      save.reset();
      kept.set((before) => putTogether(before, facts, readerLocale));
    },
    send() {
      setAsked(true);
      if (read.kind === "faults") return;
      // What says nothing new makes no version.
      if (changedFacts(draft.base, draft.typed).length === 0) finish();
      else save.send({ version: draft.version, ...read.facts });
    },
  };
}
