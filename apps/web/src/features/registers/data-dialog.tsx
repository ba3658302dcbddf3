import type { DataAsset, DataAssetFields } from "@liftledger/contracts/data-asset";
import { Button, Group, Modal, Stack, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { initiativesQuery, seriesListQuery } from "../../ledger-queries.ts";
import { Form } from "../../components/form.tsx";
import { Overtaken } from "../../components/overtaken.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraftForm } from "../../use-draft-form.ts";
import { useOrganisationId } from "../../use-organisation.ts";
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
  const form = useDraftForm({
    draftKey: `data:${useOrganisationId()}:${asset?.dataAssetId ?? "new"}`,
    initial: asset === undefined ? emptyData : draftOf(asset),
    write: (client, { version, ...body }: DataAssetFields & { version: number }, idempotencyKey) => {
      if (asset === undefined) return client.call("createDataAsset", { body, idempotencyKey });
      const params = { dataAssetId: asset.dataAssetId };
      return client.call("changeDataAsset", { params, body: { ...body, version }, idempotencyKey });
    },
    onDone: onClose,
  });
  const { value, save, change, finish } = form;
  const { version } = value;
  const read = readData(value);
  const faults = form.faults(read.faults);
  const send = () => form.send(Object.keys(read.faults).length === 0 ? { ...read.data, version } : null);
  const text = (
    field: "name" | "system" | "owner" | "privacyBasis" | "retention",
    label: string,
    most = 80,
  ) => (
    <TextInput
      label={label}
      flex="1 1 200px"
      maxLength={most}
      value={value[field]}
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
        <DataState draft={value} faults={faults} onChange={change} />
        <Group gap="sm" align="flex-start">
          {value.personalData !== "no" && text("privacyBasis", t`Basis for personal data`, 400)}
          {text("retention", t`Kept for how long`, 400)}
        </Group>
        <DataUsers draft={value} onChange={change} />
        <Textarea
          label={t`Note`}
          autosize
          maxLength={400}
          value={value.note}
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
  const initiatives = useQuery(initiativesQuery(organisationId)).data?.rows;
  const series = useQuery(seriesListQuery(organisationId)).data?.rows;
  return (
    <>
      <ChosenThings
        label={t`Initiatives that draw on them`}
        add={t`Add an initiative`}
        things={initiatives?.map(({ initiativeId: id, name }) => ({ id, name }))}
        chosen={draft.initiativeIds}
        onChange={(initiativeIds) => onChange({ initiativeIds })}
      />
      <ChosenThings
        label={t`Series that come from them`}
        add={t`Add a series`}
        things={series?.map(({ seriesId: id, kpiName, scope }) => ({ id, name: `${kpiName}, ${scope}` }))}
        chosen={draft.seriesIds}
        onChange={(seriesIds) => onChange({ seriesIds })}
      />
    </>
  );
}
