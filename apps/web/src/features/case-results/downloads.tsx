import { Button, Group, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { saveFile } from "../../components/save-file.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import type { CasePlace } from "./queries.ts";
import { t } from "../../words.ts";

const files = {
  getCaseWorkbook: t`Workbook with live formulas`,
  getCasePaper: t`Board page as PDF`,
};
type FileName = keyof typeof files;

/** The version as a workbook whose formulas reckon it again, and as one page for the board. */
export function Downloads({ place }: { place: CasePlace }) {
  return (
    <Group gap="sm" className="not-printed" align="flex-start">
      <Download file="getCaseWorkbook" place={place} />
      <Download file="getCasePaper" place={place} />
    </Group>
  );
}

function Download({ file, place }: { file: FileName; place: CasePlace }) {
  const organisationId = useOrganisationId();
  const save = useMutation({
    mutationFn: async () => {
      const { fileName, bytes } = await clientOf(organisationId).call(file, { params: place });
      saveFile(fileName, new Uint8Array(bytes), "application/octet-stream");
    },
  });
  return (
    <Stack gap="xs">
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {files[file]}
      </Button>
      {save.error !== null && <ProblemAlert what={t`The file was not made.`} error={save.error} />}
    </Stack>
  );
}
