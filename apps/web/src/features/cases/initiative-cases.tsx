import { Anchor, Group, Paper, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { NewCaseButton } from "./new-case-button.tsx";
import { casesOfQuery } from "./queries.ts";
import { StatusBadge } from "./status-badge.tsx";
import { t } from "../../words.ts";

/** The business cases of an initiative: those that stand, and those that are being written. */
export function InitiativeCases({ initiativeId }: { initiativeId: string }) {
  const organisationId = useOrganisationId();
  const rows = useQuery(casesOfQuery(organisationId, initiativeId)).data?.rows;
  const canWrite = usePerson()?.role !== "viewer";
  if (rows === undefined || (rows.length === 0 && !canWrite)) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="business-case">
      <Title order={2} fz={18} mb="sm" id="business-case">
        {t`Business case`}
      </Title>
      {rows.length === 0 && (
        <>
          <Text
            size="sm"
            mb="sm"
          >{t`None yet: say what it is planned to cost and to bring, and have somebody approve it.`}</Text>
          <NewCaseButton initiative={initiativeId} variant="default" />
        </>
      )}
      {rows.map(({ caseId, name, latestNumber, latestStatus, approvedNumber }) => (
        <Group key={caseId} gap="0 12px" mb="xs">
          <Anchor
            renderRoot={(props) => (
              <Link
                to="/$organisationId/cases/$caseId"
                params={{ organisationId, caseId }}
                search={approvedNumber === null ? {} : { version: approvedNumber }}
                {...props}
              />
            )}
          >
            {name}
          </Anchor>
          {approvedNumber !== null && <Text size="sm">{t`Version ${approvedNumber} stands approved`}</Text>}
          {approvedNumber !== latestNumber && (
            <Group gap={6}>
              <Text size="sm" c="dimmed">{t`version ${latestNumber}:`}</Text>
              <StatusBadge status={latestStatus} />
            </Group>
          )}
        </Group>
      ))}
    </Paper>
  );
}
