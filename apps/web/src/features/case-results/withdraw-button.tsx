import { Button } from "@mantine/core";
import type { CaseVersion } from "@liftledger/contracts/business-case";
import { useState } from "react";
import { ReasonDialog } from "../../components/reason-dialog.tsx";
import { usePerson } from "../../use-session.ts";
import { t } from "../../words.ts";

const finalStatuses = ["withdrawn", "superseded"];

/** Takes a version back for good, once it was told why; one that stands approved, finance alone. */
export function WithdrawButton({ version: found }: { version: CaseVersion }) {
  const { caseId, number, version, status } = found;
  const [asking, setAsking] = useState(false);
  const role = usePerson()?.role ?? "viewer";
  const isFinance = role === "finance" || role === "admin";
  const may = status === "approved" ? isFinance : role !== "viewer";
  if (!may || finalStatuses.includes(status)) return null;
  return (
    <div className="not-printed">
      <Button variant="subtle" px={0} onClick={() => setAsking(true)}>{t`Withdraw version ${number}`}</Button>
      {asking && (
        <ReasonDialog
          title={t`Withdraw version ${number}`}
          failed={t`It was not withdrawn.`}
          action={t`Withdraw it`}
          about={`withdraw-case:${caseId}:${number}`}
          write={(client, reason, idempotencyKey) =>
            client.call("withdrawCaseVersion", {
              params: { caseId, number },
              body: { version, reason },
              idempotencyKey,
            })
          }
          onClose={() => setAsking(false)}
        >
          {status === "approved"
            ? t`From then on no plan stands approved. That is final; to plan again, begin a new version.`
            : t`It is not asked for any more. That is final; to plan again, begin a new version.`}
        </ReasonDialog>
      )}
    </div>
  );
}
