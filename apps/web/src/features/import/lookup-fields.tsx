import { Button, Card, FileButton, Group, NativeSelect, Stack, Text } from "@mantine/core";
import type { FileInspection } from "@liftledger/contracts/import";
import { useMutation } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import type { Mapping } from "./mapping.ts";

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
export function LookupFields({
  mapping,
  mainColumns,
  second,
  problem,
  onChange,
  onSecond,
}: LookupFieldsProps) {
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
  const { lookup } = mapping;
  const choose = (
    <FileButton onChange={(file) => file !== null && look.mutate(file)}>
      {(props) => (
        <Button variant="default" loading={look.isPending} {...props}>
          {second === undefined ? "Choose the second file" : "Choose another second file"}
        </Button>
      )}
    </FileButton>
  );
  if (lookup === null)
    return (
      <Group gap="sm">
        {choose}
        <Text size="sm" c="dimmed">
          Such as the deals of a list of leads, joined on an id.
        </Text>
        {look.error !== null && <ProblemAlert what="The second file cannot be read." error={look.error} />}
      </Group>
    );
  const set = (next: Partial<typeof lookup>) => onChange({ ...mapping, lookup: { ...lookup, ...next } });
  return (
    <Card withBorder padding="sm">
      <Stack gap="sm">
        <Text size="sm">
          {second === undefined
            ? `This mapping joins a second file, “${lookup.name}”. Choose it.`
            : `Joined with ${second.file.name}; its columns are called “${lookup.name}.…”.`}
        </Text>
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label="Column of the first file"
            value={lookup.on}
            error={problem}
            data={[{ value: "", label: "Choose a column" }, ...mainColumns]}
            onChange={({ currentTarget }) => set({ on: currentTarget.value })}
          />
          <NativeSelect
            label="equals column of the second"
            value={lookup.equals}
            data={[
              { value: "", label: "Choose a column" },
              ...(second?.inspection.columns.map((column) => column.name) ?? [lookup.equals]),
            ]}
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
          >
            Do without it
          </Button>
        </Group>
        {look.error !== null && <ProblemAlert what="The second file cannot be read." error={look.error} />}
      </Stack>
    </Card>
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
