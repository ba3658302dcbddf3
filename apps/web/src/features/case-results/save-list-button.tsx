import { Button, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { listWhole } from "../../api.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import type { CasePlace } from "./queries.ts";
import { saveRows } from "./save-rows.ts";
import { t } from "../../words.ts";

interface SaveWholeButtonProps {
  /** The table, for a reader who hears one such button after the other. */
  name: string;
  fileName: string;
  /** All rows, also those that the page did not ask for yet. */
  read: () => Promise<readonly object[]>;
}

/** A table as a file: the whole of it, as the API answers it. */
export function SaveWholeButton({ name, fileName, read }: SaveWholeButtonProps) {
  const save = useMutation({
    mutationFn: async () => saveRows(fileName, await read()),
  });
  return (
    <Stack gap="xs" align="flex-end" className="not-printed">
      <Button
        variant="default"
        loading={save.isPending}
        aria-label={t`Save as CSV: ${name}`}
        onClick={() => save.mutate()}
      >{t`Save as CSV`}</Button>
      {save.error !== null && <ProblemAlert what={t`The file was not made.`} error={save.error} />}
    </Stack>
  );
}

interface SaveListButtonProps extends Omit<SaveWholeButtonProps, "read"> {
  list: "listCaseResults" | "listCaseVariances" | "listCaseDifferences";
  place: CasePlace;
  query: Record<string, string | number>;
}

/** A list of the version as a file. */
export function SaveListButton({ list, place, query, ...file }: SaveListButtonProps) {
  const organisationId = useOrganisationId();
  const read = async () => (await listWhole(organisationId, list, { params: place, query })).rows;
  return <SaveWholeButton {...file} read={read} />;
}
