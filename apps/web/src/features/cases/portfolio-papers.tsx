import { Button, Menu, Stack } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { saveFile } from "../../components/save-file.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { t } from "../../words.ts";

const files = {
  getCasePortfolioPaper: t`Board paper as PDF`,
  getCasePortfolioWorkbook: t`Workbook with live formulas`,
};
type FileName = keyof typeof files;

/** All approved business cases together: a paper for the board, and a workbook whose formulas reckon it again. */
export function PortfolioPapers({ size = "sm" }: { size?: "xs" | "sm" }) {
  const organisationId = useOrganisationId();
  const save = useMutation({
    mutationFn: async (file: FileName) => {
      const { fileName, bytes } = await clientOf(organisationId).call(file, {});
      saveFile(fileName, new Uint8Array(bytes), "application/octet-stream");
    },
  });
  return (
    <Stack gap="xs" align="flex-end" className="not-printed" maw={420}>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size={size}
            variant="default"
            loading={save.isPending}
            leftSection={<IconDownload size={15} aria-hidden />}
          >{t`Approved cases`}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {Object.entries(files).map(([file, label]) => (
            <Menu.Item key={file} onClick={() => save.mutate(file as FileName)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {save.error !== null && <ProblemAlert what={t`The file was not made.`} error={save.error} />}
    </Stack>
  );
}
