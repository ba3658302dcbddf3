import type { DataAsset, DataAssetFields } from "@liftledger/contracts/data-asset";
import { Button, Group, Modal, Stack, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { initiativesQuery, seriesListQuery } from "../../ledger-queries.ts";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { Overtaken } from "../../components/overtaken.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { ChosenThings } from "./chosen-things.tsx";
import { draftOf, emptyData, readData, type DataDraft } from "./data-draft.ts";
import { KnownSelect } from "./known-select.tsx";
import { t } from "../../words.ts";

export interface DataDialogProps {
  /** Those that are changed; undefined for others. */
  asset: DataAsset | undefined;
  onClose: () => void;
}

/** Enters data into the inventory or changes them. What is typed is kept until it is saved or left. */
export function DataDialog({ asset, onClose }: DataDialogProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={asset === undefined ? t`Enter data` : t`Change ${asset.name}`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <DataForm asset={asset} onClose={onClose} />
    </Modal>
  );
}

function DataForm({ asset, onClose }: DataDialogProps) {
  const key = `data:${useOrganisationId()}:${asset?.dataAssetId ?? "new"}`;
  const draft = useDraft<DataDraft>(key, asset === undefined ? emptyData : draftOf(asset));
  const [asked, setAsked] = useState(false);
  const finish = () => {
    draft.clear();
    onClose();
  };
  const { version } = draft.value;
  const save = useWrite<DataAssetFields, DataAsset>((client, body, idempotencyKey) => {
    if (asset === undefined) return client.call("createDataAsset", { body, idempotencyKey });
    const { dataAssetId } = asset;
    return client.call("changeDataAsset", {
      params: { dataAssetId },
      body: { ...body, version },
      idempotencyKey,
    });
  }, finish);
  const read = readData(draft.value);
  const faults: Record<string, string> = { ...fieldProblems(save.error), ...(asked ? read.faults : {}) };
  const change = (next: Partial<DataDraft>) => {
    if (save.error !== null) save.reset();
    draft.set((before) => ({ ...before, ...next }));
  };
  const send = () => {
    setAsked(true);
    if (Object.keys(read.faults).length === 0) save.send(read.data);
  };
  const text = (
    field: "name" | "system" | "owner" | "privacyBasis" | "retention",
    label: string,
    most = 80,
  ) => (
    <TextInput
      label={label}
      flex="1 1 200px"
      maxLength={most}
      value={draft.value[field]}
      error={faults[field]}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
    />
  );
  return (
    <Form onSend={send}>
      <Stack gap="md">
        {asset !== undefined && asset.version > version && (
          <Overtaken by={asset.changedBy} onKeep={() => change({ version: asset.version })} onDrop={finish} />
        )}
        <Group gap="sm" align="flex-start">
          {text("name", t`Which data`)}
          {text("system", t`Lives in`)}
          {text("owner", t`Who answers for them`)}
        </Group>
        <DataState draft={draft.value} faults={faults} onChange={change} />
        <Group gap="sm" align="flex-start">
          {draft.value.personalData !== "no" && text("privacyBasis", t`Basis for personal data`, 400)}
          {text("retention", t`Kept for how long`, 400)}
        </Group>
        <DataUsers draft={draft.value} onChange={change} />
        <Textarea
          label={t`Note`}
          autosize
          maxLength={400}
          value={draft.value.note}
          onChange={({ currentTarget }) => change({ note: currentTarget.value })}
        />
        {save.error !== null && <ProblemAlert what={t`The data were not saved.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>{t`Save the data`}</Button>
          <Button variant="default" onClick={finish}>{t`Leave it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

interface DraftProps {
  draft: DataDraft;
  onChange: (next: Partial<DataDraft>) => void;
}

function DataState({ draft, faults, onChange }: DraftProps & { faults: Readonly<Record<string, string>> }) {
  return (
    <>
      <Group gap="sm" align="flex-start">
        <KnownSelect
          label={t`Need cleansing`}
          value={draft.needsCleansing}
          onChange={(needsCleansing) => onChange({ needsCleansing })}
        />
        <KnownSelect
          label={t`Systems agree on them`}
          value={draft.consistent}
          onChange={(consistent) => onChange({ consistent })}
        />
        <KnownSelect
          label={t`Reachable by API`}
          value={draft.reachableByApi}
          onChange={(reachableByApi) => onChange({ reachableByApi })}
        />
      </Group>
      {draft.needsCleansing === "yes" && (
        <TextInput
          label={t`What needs cleansing`}
          maxLength={400}
          value={draft.cleansing}
          error={faults["cleansing"]}
          onChange={({ currentTarget }) => onChange({ cleansing: currentTarget.value })}
        />
      )}
      <Group gap="sm" align="flex-start">
        <KnownSelect
          label={t`May be used for training`}
          value={draft.allowedForTraining}
          onChange={(allowedForTraining) => onChange({ allowedForTraining })}
        />
        <KnownSelect
          label={t`Personal data among them`}
          value={draft.personalData}
          onChange={(personalData) => onChange({ personalData })}
        />
      </Group>
    </>
  );
}

function DataUsers({ draft, onChange }: DraftProps) {
  const organisationId = useOrganisationId();
  const initiatives = useQuery(initiativesQuery(organisationId)).data?.rows ?? [];
  const series = useQuery(seriesListQuery(organisationId)).data?.rows ?? [];
  return (
    <>
      <ChosenThings
        label={t`Initiatives that draw on them`}
        add={t`Add an initiative`}
        things={initiatives.map(({ initiativeId: id, name }) => ({ id, name }))}
        chosen={draft.initiativeIds}
        onChange={(initiativeIds) => onChange({ initiativeIds })}
      />
      <ChosenThings
        label={t`Series that come from them`}
        add={t`Add a series`}
        things={series.map(({ seriesId: id, kpiName, scope }) => ({ id, name: `${kpiName}, ${scope}` }))}
        chosen={draft.seriesIds}
        onChange={(seriesIds) => onChange({ seriesIds })}
      />
    </>
  );
}
