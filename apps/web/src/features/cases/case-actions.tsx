import { Button, Group, Modal, Stack } from "@mantine/core";
import type { BusinessCase, CaseVersion } from "@liftledger/contracts/business-case";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { RenameForm } from "../../components/rename-form.tsx";
import { usePerson } from "../../use-session.ts";
import { useWrite } from "../../use-write.ts";
import { RetirementControls } from "../retirement/retirement-controls.tsx";
import { isOpen } from "./case-words.ts";
import { t } from "../../words.ts";

/** What may be done with a case as a whole: another name, a new version, retirement. */
export function CaseActions({ businessCase }: { businessCase: BusinessCase }) {
  const { caseId, name, version, latestStatus, retired } = businessCase;
  const role = usePerson()?.role ?? "viewer";
  if (role === "viewer") return null;
  const isBusy = isOpen(latestStatus) || latestStatus === "submitted";
  return (
    <Stack gap="xs" align="flex-end">
      <Group gap="xs">
        {retired === null && !isBusy && <NewVersionButton businessCase={businessCase} />}
        {retired === null && <RenameButton businessCase={businessCase} />}
        <RetirementControls
          thing={`case:${caseId}`}
          needs="contributor"
          name={name}
          retired={retired}
          explained={t`It is not listed any more and nothing in it changes. Its versions stay readable, and it can be restored.`}
          retire={(client, reason, idempotencyKey) =>
            client.call("retireCase", { params: { caseId }, body: { version, reason }, idempotencyKey })
          }
          restore={(client, idempotencyKey) =>
            client.call("restoreCase", { params: { caseId }, body: { version }, idempotencyKey })
          }
        />
      </Group>
    </Stack>
  );
}

/** Begins the next version as a copy of the one that is shown. */
function NewVersionButton({ businessCase: { caseId, latestNumber } }: { businessCase: BusinessCase }) {
  const { version: from = latestNumber } = useSearch({ from: "/$organisationId/cases/$caseId" });
  const navigate = useNavigate({ from: "/$organisationId/cases/$caseId" });
  const write = useWrite<number, CaseVersion>(
    (client, number, idempotencyKey) =>
      client.call("addCaseVersion", { params: { caseId }, body: { from: number }, idempotencyKey }),
    ({ number }) => void navigate({ search: { version: number } }),
  );
  return (
    <>
      {write.error !== null && <ProblemAlert what={t`No version was begun.`} error={write.error} />}
      <Button loading={write.pending} onClick={() => write.send(from)}>
        {t`Begin a new version from version ${from}`}
      </Button>
    </>
  );
}

function RenameButton({ businessCase: { caseId, name, version } }: { businessCase: BusinessCase }) {
  const [renaming, setRenaming] = useState(false);
  const write = useWrite<string, BusinessCase>(
    (client, wanted, idempotencyKey) =>
      client.call("renameCase", { params: { caseId }, body: { version, name: wanted }, idempotencyKey }),
    () => setRenaming(false),
  );
  return (
    <>
      <Button variant="subtle" onClick={() => setRenaming(true)}>{t`Rename`}</Button>
      {renaming && (
        <Modal
          opened
          onClose={() => setRenaming(false)}
          title={t`Rename ${name}`}
          closeButtonProps={{ "aria-label": t`Close` }}
          centered
        >
          <RenameForm name={name} write={write} onCancel={() => setRenaming(false)} />
        </Modal>
      )}
    </>
  );
}
