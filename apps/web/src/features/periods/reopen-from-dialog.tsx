import { Modal, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatPeriod } from "../../components/format-date.ts";
import { formatList } from "../../components/format-list.ts";
import { formatPeriods } from "../../components/format-periods.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { form, plural, t } from "../../words.ts";
import { closedMonthsQuery } from "./queries.ts";
import { ReopenForm } from "./reopen-form.tsx";

/** Asks for one reason before every closed month from one on is reopened; says which they are. */
export function ReopenFromDialog({ from, onClose }: { from: string; onClose: () => void }) {
  const organisationId = useOrganisationId();
  const closed = useQuery(closedMonthsQuery(organisationId)).data;
  const months = [...(closed ?? [])].filter((month) => month >= from).toSorted();
  const name = formatPeriod(from, readerLocale);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Reopen all months from ${name} on`}
      closeButtonProps={{ "aria-label": t`Close this dialog` }}
    >
      {closed !== undefined && months.length === 0 ? (
        <Text size="sm">{t`No month from ${name} on is closed: there is nothing to reopen.`}</Text>
      ) : (
        <ReopenForm
          draftKey={`reopen-from:${organisationId}:${from}`}
          label={t`Why are they reopened?`}
          action={t`Reopen these months`}
          failed={t`The months stayed closed.`}
          cancel={t`Leave them closed`}
          write={(client, reason, idempotencyKey) =>
            client.call("reopenPeriods", { body: { from, reason }, idempotencyKey })
          }
          onDone={onClose}
        >
          <Text size="sm">{monthsText(months)}</Text>
        </ReopenForm>
      )}
    </Modal>
  );
}

/** "3 months are reopened, each with its own record: April, May and June 2026." */
function monthsText(months: readonly string[]): string {
  const names = formatList(formatPeriods(months));
  return plural(
    months.length,
    form`${months.length} month is reopened: ${names}. Close it again once it is mended.`,
    form`${months.length} months are reopened, each with its own record: ${names}. Close each again once it is mended.`,
  );
}
