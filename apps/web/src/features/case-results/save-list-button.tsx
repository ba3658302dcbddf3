import { Button, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { listWhole } from "../../api.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import type { CasePlace } from "./queries.ts";
import { saveRows } from "./save-rows.ts";
import { t } from "../../words.ts";

interface SaveListButtonProps {
  list: "listCaseResults" | "listCaseVariances" | "listCaseDifferences";
  place: CasePlace;
  query: Record<string, string | number>;
  fileName: string;
}

/** A list of the version as a file: the whole of it, as the API answers it. */
export function SaveListButton({ list, place, query, fileName }: SaveListButtonProps) {
  const organisationId = useOrganisationId();
  const save = useMutation({
    mutationFn: async () => {
      const { rows } = await listWhole(organisationId, list, { params: place, query });
      saveRows(fileName, rows);
    },
  });
  return (
    <Stack gap="xs" align="flex-end" className="not-printed">
      <Button
        variant="default"
        loading={save.isPending}
        onClick={() => save.mutate()}
      >{t`Save as CSV`}</Button>
      {save.error !== null && <ProblemAlert what={t`The file was not made.`} error={save.error} />}
    </Stack>
  );
}
