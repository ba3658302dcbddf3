import { Button, FileButton, Group, NativeSelect, Stack, Text } from "@mantine/core";
import type { FileInspection } from "@liftledger/contracts/import";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { clientOf } from "../../api.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import type { Mapping } from "./mapping.ts";
import { t } from "../../words.ts";

/** A second file that was looked at. */
export interface SecondFile {
  file: File;
  inspection: FileInspection;
}

export interface LookupFieldsProps {
  mapping: Mapping;
  mainColumns: readonly string[];
  second: SecondFile | undefined;
  problem: string | undefined;
  onChange: (mapping: Mapping) => void;
  onSecond: (second: SecondFile | undefined) => void;
}

/** A second file joined on an id, such as the deals of a list of leads. */
export function LookupFields(props: LookupFieldsProps) {
  const { mapping, mainColumns, second, onChange, onSecond } = props;
  const organisationId = useOrganisationId();
  const look = useMutation({
    mutationFn: async (file: File) => ({
      file,
      inspection: await clientOf(organisationId).call("inspectFile", { body: { file } }),
    }),
    onSuccess: (found) => {
      onSecond(found);
      if (mapping.lookup === null) onChange({ ...mapping, lookup: guessJoin(found, mainColumns) });
    },
  });
  const choose = (
    <FileButton onChange={(file) => file !== null && look.mutate(file)}>
      {(button) => (
        <Button variant="default" loading={look.isPending} {...button}>
          {second === undefined ? t`Choose the second file` : t`Choose another second file`}
        </Button>
      )}
    </FileButton>
  );
  return (
    <Stack gap="sm">
      {mapping.lookup === null ? (
        <Group gap="sm">
          {choose}
          <Text size="sm" c="dimmed">{t`Such as the deals of a list of leads, joined on an id.`}</Text>
        </Group>
      ) : (
        <JoinFields {...props} lookup={mapping.lookup} choose={choose} />
      )}
      {look.error !== null && <ProblemAlert what={t`The second file cannot be read.`} error={look.error} />}
    </Stack>
  );
}

interface JoinFieldsProps extends LookupFieldsProps {
  lookup: NonNullable<Mapping["lookup"]>;
  choose: ReactNode;
}

function JoinFields(props: JoinFieldsProps) {
  const { mapping, mainColumns, second, problem, onChange, onSecond, lookup, choose } = props;
  const set = (next: Partial<typeof lookup>) => onChange({ ...mapping, lookup: { ...lookup, ...next } });
  const theirs = second?.inspection.columns.map((column) => column.name) ?? [lookup.equals];
  return (
    <>
      <Text size="sm">
        {second === undefined
          ? t`This mapping joins a second file, “${lookup.name}”. Choose it.`
          : t`Joined with ${second.file.name}; its columns are called “${lookup.name}.…”.`}
      </Text>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t`Column of the first file`}
          value={lookup.on}
          error={problem}
          data={[{ value: "", label: t`Choose a column` }, ...mainColumns]}
          onChange={({ currentTarget }) => set({ on: currentTarget.value })}
        />
        <NativeSelect
          label={t`equals column of the second`}
          value={lookup.equals}
          data={[{ value: "", label: t`Choose a column` }, ...theirs.filter((name) => name !== "")]}
          onChange={({ currentTarget }) => set({ equals: currentTarget.value })}
        />
        {choose}
        <Button
          variant="subtle"
          color="gray"
          onClick={() => {
            onSecond(undefined);
            onChange({ ...mapping, lookup: null });
          }}
        >{t`Do without it`}</Button>
      </Group>
    </>
  );
}

function guessJoin(
  { file, inspection }: SecondFile,
  mainColumns: readonly string[],
): NonNullable<Mapping["lookup"]> {
  const theirs = inspection.columns.map((column) => column.name);
  const shared = theirs.find((name) => mainColumns.includes(name)) ?? "";
  const words = file.name
    .toLowerCase()
    .replace(/\.[^.]*$/, "")
    .replaceAll(/[^a-z0-9]+/g, "-");
  const name = /^[a-z]/.test(words) ? words.slice(0, 40) : "second";
  return { on: shared, equals: shared, name };
}
