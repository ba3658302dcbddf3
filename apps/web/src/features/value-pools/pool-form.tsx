import { Button, Group, MultiSelect, Stack, TextInput } from "@mantine/core";
import { ApiProblem } from "@liftledger/contracts/client";
import type { ValuePool } from "@liftledger/contracts/claims";
import type { Kpi } from "@liftledger/contracts/kpi";
import type { Series } from "@liftledger/contracts/series";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { optionList } from "../../components/option-list.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOpenedWith } from "../../components/use-opened-with.ts";
import { useAskAnew } from "../../use-ask-anew.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { draftOfPool, emptyPool, poolOfDraft, type PoolDraft } from "./pool-draft.ts";
import { t } from "../../words.ts";

export interface PoolFormProps {
  /** The pool that is changed; a new one where left out. */
  pool?: ValuePool | undefined;
  kpis: readonly Kpi[];
  series: readonly Series[];
  onDone: () => void;
}

/** Names money that several numbers share, and which numbers those are. */
export function PoolForm({ pool, kpis, series, onDone }: PoolFormProps) {
  const { draft, change, save, submit, shareProRata, leave } = usePoolForm({ pool, onDone });
  const faults = fieldProblems(save.error);
  const offered = series.filter(
    ({ retired, seriesId }) => retired === null || draft.seriesIds.includes(seriesId),
  );
  return (
    <Form onSend={submit}>
      <Stack gap="md">
        <TextInput
          label={t`Name`}
          description={t`What is shared, such as “New business” or “Web shop revenue”`}
          maxLength={80}
          maw={420}
          value={draft.name}
          error={faults["name"]}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        <MultiSelect
          label={t`KPIs`}
          description={t`All series of these draw on it, each on the part its scope names`}
          searchable
          {...optionList}
          data={kpis
            .filter(({ retired, key }) => retired === null || draft.kpiKeys.includes(key))
            .map(({ key, name }) => ({ value: key, label: name }))}
          value={draft.kpiKeys}
          error={faults["kpiKeys"]}
          onChange={(kpiKeys) => change({ kpiKeys })}
        />
        <MultiSelect
          label={t`Single series`}
          description={t`A total and its parts, or several KPIs of the same sales`}
          searchable
          limit={200}
          {...optionList}
          data={offered.map(({ seriesId, kpiName, scope }) => ({
            value: seriesId,
            label: `${kpiName}, ${scope}`,
          }))}
          value={draft.seriesIds}
          error={faults["series"]}
          onChange={(seriesIds) => change({ seriesIds })}
        />
        <Parts draft={draft} series={series} onChange={change} />
        {save.error !== null && (
          <ProblemAlert
            what={
              pool === undefined ? t`The shared money was not added.` : t`The shared money was not changed.`
            }
            error={save.error}
          />
        )}
        <Group gap="sm">
          <Button type="submit" loading={save.pending} disabled={draft.name.trim() === ""}>
            {pool === undefined ? t`Add shared money` : t`Save the change`}
          </Button>
          {shareProRata !== undefined && (
            <Button
              variant="default"
              loading={save.pending}
              onClick={shareProRata}
            >{t`Bring every share down pro rata`}</Button>
          )}
          <Button variant="default" onClick={leave}>{t`Leave it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

function Parts({
  draft: { seriesIds, parts },
  series,
  onChange,
}: {
  draft: PoolDraft;
  series: readonly Series[];
  onChange: (next: Partial<PoolDraft>) => void;
}) {
  const chosen = series.filter(({ seriesId }) => seriesIds.includes(seriesId));
  return chosen.map(({ seriesId, kpiName, scope }) => (
    <TextInput
      key={seriesId}
      label={t`Part of the money that ${kpiName}, ${scope} is`}
      description={t`Empty: all of it. A part of a part with a slash between: EMEA / search`}
      maw={420}
      value={parts[seriesId] ?? ""}
      onChange={({ currentTarget }) => onChange({ parts: { ...parts, [seriesId]: currentTarget.value } })}
    />
  ));
}

function usePoolForm({ pool: known, onDone }: Pick<PoolFormProps, "pool" | "onDone">) {
  const pool = useOpenedWith(known);
  const first = pool === undefined ? emptyPool : draftOfPool(pool);
  const key = pool === undefined ? "new" : `${pool.poolId}:${pool.version}`;
  const draft = useDraft<PoolDraft>(`value-pool:${useOrganisationId()}:${key}`, first);
  const [start] = useState(first);
  const save = useWrite<{ draft: PoolDraft; proRata?: true }, ValuePool>(
    (client, { draft: sent, proRata }, idempotencyKey) => {
      const body = { ...poolOfDraft(sent), ...(proRata === undefined ? {} : { proRata }) };
      if (pool === undefined) return client.call("createValuePool", { body, idempotencyKey });
      const { poolId, version } = pool;
      return client.call("changeValuePool", {
        params: { poolId },
        body: { ...body, version },
        idempotencyKey,
      });
    },
    () => {
      draft.clear(start);
      onDone();
    },
  );
  useAskAnew(save.error);
  return {
    draft: draft.value,
    save,
    change(next: Partial<PoolDraft>) {
      if (save.error !== null) save.reset();
      draft.set({ ...draft.value, ...next });
    },
    submit: () => save.send({ draft: draft.value }),
    /** Offered where it was refused because what is claimed already exceeds the whole. */
    shareProRata: isExceeded(save.error) ? () => save.send({ draft: draft.value, proRata: true }) : undefined,
    leave() {
      draft.clear(start);
      onDone();
    },
  };
}

function isExceeded(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.type.endsWith("/claims-exceeded");
}
