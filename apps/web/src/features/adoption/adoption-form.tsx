import type { Adoption, SetAdoption } from "@liftledger/contracts/adoption";
import type { Series } from "@liftledger/contracts/series";
import { Button, Checkbox, Group, Select, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { seriesListQuery } from "../../ledger-queries.ts";
import { Form } from "../../components/form.tsx";
import { optionList } from "../../components/option-list.ts";
import { Overtaken } from "../../components/overtaken.tsx";
import { countPeriods } from "../../components/period-words.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraftForm } from "../../use-draft-form.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { NewSeriesButton } from "../series/new-series-button.tsx";
import { t } from "../../words.ts";

/** Under which name the draft is kept. */
export const adoptionDraftKey = (organisationId: string, initiativeId: string) =>
  `adoption:${organisationId}:${initiativeId}`;

/** The KPI of the catalogue that counts who uses a tool; others may count the same. */
const usualKpi = "tool-adoption";

export interface AdoptionFormProps {
  adoption: Adoption;
  onDone: () => void;
}

/** Names the series that tells who uses it, or adds it where nobody counts that yet. */
export function AdoptionForm({ adoption, onDone }: AdoptionFormProps) {
  const organisationId = useOrganisationId();
  const { initiativeId, version, series: named, sameAsCase: was, recordedBy, assumed } = adoption;
  const form = useDraftForm({
    draftKey: adoptionDraftKey(organisationId, initiativeId),
    initial: { version, seriesId: named?.seriesId ?? "", sameAsCase: was },
    write: (client, body: SetAdoption, idempotencyKey) =>
      client.call("setAdoption", { params: { initiativeId }, body, idempotencyKey }),
    onDone,
  });
  const { value, save, change, finish } = form;
  const { seriesId, sameAsCase } = value;
  const send = () => {
    if (seriesId === (named?.seriesId ?? "") && sameAsCase === was) finish();
    else form.send({ ...value, seriesId: seriesId === "" ? null : seriesId });
  };
  return (
    <Form onSend={send}>
      <Stack gap="sm">
        {version > value.version && recordedBy !== null && (
          <Overtaken by={recordedBy} onKeep={() => change({ version })} onDrop={finish} />
        )}
        <Group align="flex-end" gap="sm">
          <SeriesField
            seriesId={seriesId}
            error={form.faults({})["seriesId"]}
            onChange={(chosen) => change({ seriesId: chosen })}
          />
          <NewSeriesButton
            variant="default"
            kpiKey={usualKpi}
            onCreated={(made) => change({ seriesId: made.seriesId })}
          >{t`Nobody counts it yet`}</NewSeriesButton>
        </Group>
        {((assumed?.lines.length ?? 0) > 0 || sameAsCase) && (
          <Checkbox
            label={t`The business case means the same by adoption`}
            description={t`Its plan against actual then tells apart what came of the lift and what of adoption.`}
            checked={sameAsCase}
            onChange={({ currentTarget }) => change({ sameAsCase: currentTarget.checked })}
          />
        )}
        {save.error !== null && <ProblemAlert what={t`It was not saved.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>{t`Save the series`}</Button>
          <Button variant="default" onClick={finish}>{t`Leave it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

interface SeriesFieldProps {
  seriesId: string;
  error: string | undefined;
  onChange: (seriesId: string) => void;
}

function SeriesField({ seriesId, error, onChange }: SeriesFieldProps) {
  const rows = useQuery(seriesListQuery(useOrganisationId())).data?.rows ?? [];
  const weekly = rows.filter(
    (one) => one.periodType === "week" && (one.retired === null || one.seriesId === seriesId),
  );
  const groups = [
    { group: t`Counts who uses something`, items: weekly.filter(isUsual).map(option) },
    { group: t`Other weekly numbers`, items: weekly.filter((one) => !isUsual(one)).map(option) },
  ];
  return (
    <Select
      label={t`The series that tells who uses it`}
      description={t`Weekly: people who used it, of those who could. Empty where none tells it.`}
      flex="1 1 320px"
      searchable
      clearable
      clearButtonProps={{ "aria-label": t`Name none` }}
      nothingFoundMessage={t`No series has that name`}
      limit={200}
      {...optionList}
      data={groups.filter(({ items }) => items.length > 0)}
      value={seriesId === "" ? null : seriesId}
      error={error}
      onChange={(chosen) => onChange(chosen ?? "")}
    />
  );
}

const isUsual = ({ kpiKey }: Series) => kpiKey === usualKpi;

function option({ seriesId, kpiName, scope, periods, periodType }: Series) {
  const logged = periods === 0 ? t`nothing logged` : countPeriods(periods, periodType);
  return { value: seriesId, label: `${kpiName}, ${scope} (${logged})` };
}
