import { Paper, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { withChanges } from "../../components/version-changes.ts";
import { VersionHistory } from "../../components/version-history.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { workflowVersionsQuery } from "./queries.ts";
import { workflowFacts } from "./workflow-facts.ts";
import { t } from "../../words.ts";

/** Every version of how the work is done, the latest first: who, when, and what was another by it. */
export function WorkflowHistory({ initiativeId }: { initiativeId: string }) {
  const organisationId = useOrganisationId();
  const rows = useQuery(workflowVersionsQuery(organisationId, initiativeId)).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="versions">
      <Title order={2} fz={18} mb="xs" id="versions">{t`Versions`}</Title>
      <VersionHistory versions={withChanges(rows, workflowFacts)} isLinked />
    </Paper>
  );
}
