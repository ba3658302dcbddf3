import { Modal, Skeleton, Stack } from "@mantine/core";
import type { ImportRecord } from "@liftledger/contracts/import";
import { useQuery } from "@tanstack/react-query";
import { FailedQuery } from "../../components/failed-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { importQuery } from "./queries.ts";
import { WrongRows } from "./wrong-rows.tsx";
import { t } from "../../words.ts";

/** The rows an earlier import left out. */
export function RefusedRowsDialog({ record, onClose }: { record: ImportRecord; onClose: () => void }) {
  const detail = useQuery(importQuery(useOrganisationId(), record.importId));
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t`Left out of ${record.fileName}`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack>
        {detail.isPending && <Skeleton height={200} />}
        {detail.isError && (
          <FailedQuery
            what={t`The rows could not be loaded.`}
            error={detail.error}
            onRetry={() => void detail.refetch()}
          />
        )}
        {detail.data !== undefined && (
          <WrongRows rows={detail.data.refusedRows} count={record.rowsRefused} fileName={record.fileName} />
        )}
      </Stack>
    </Modal>
  );
}
