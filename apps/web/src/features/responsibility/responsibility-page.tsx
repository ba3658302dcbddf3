import { Paper, Stack, Title } from "@mantine/core";
import type { Responsibility } from "@liftledger/contracts/responsibility";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { ShownQuery } from "../../components/shown-query.tsx";
import { withChanges } from "../../components/version-changes.ts";
import { VersionHistory } from "../../components/version-history.tsx";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { InitiativeFrame } from "../governance/initiative-frame.tsx";
import { DutiesCard } from "./duties-card.tsx";
import { responsibilityQuery, responsibilityVersionsQuery } from "./queries.ts";
import { responsibilityFacts } from "./responsibility-facts.ts";
import { notRecorded } from "./responsibility-draft.ts";
import { ResponsibilityForm } from "./responsibility-form.tsx";
import { t } from "../../words.ts";

const route = "/$organisationId/initiatives/$initiativeId/responsibility";

/** Who answers for what of an initiative, and which duties of the AI Act may apply to it. */
export function ResponsibilityPage() {
  const organisationId = useOrganisationId();
  const { initiativeId } = useParams({ from: route });
  const { asOf } = useClocks();
  const query = useQuery(responsibilityQuery(organisationId, initiativeId, asOf));
  const canWrite = (usePerson()?.role ?? "viewer") !== "viewer" && asOf === undefined;
  return (
    <InitiativeFrame
      initiativeId={initiativeId}
      place="responsibility"
      title={query.data === undefined ? undefined : finding(query.data)}
      isWaiting={query.isPending}
      subline={t`People and rules around the AI: who does what, what it may do unapproved, who looks at its output, and what the law may ask.`}
    >
      <ShownQuery query={query} failed={t`Who answers for what could not be loaded.`} height={900}>
        {(register) => (
          <Stack gap="md" maw={1100}>
            <ResponsibilityForm key={initiativeId} register={register} canWrite={canWrite} />
            <DutiesCard register={register} />
            <Versions initiativeId={initiativeId} />
          </Stack>
        )}
      </ShownQuery>
    </InitiativeFrame>
  );
}

function finding(register: Responsibility): string {
  const { open, of } = notRecorded(register);
  if (open === of) return t`Who answers for what is not recorded yet`;
  return open === 0
    ? t`It is recorded who answers for what`
    : t`${open} of ${of} answers on responsibility are not recorded`;
}

function Versions({ initiativeId }: { initiativeId: string }) {
  const organisationId = useOrganisationId();
  const rows = useQuery(responsibilityVersionsQuery(organisationId, initiativeId)).data?.rows;
  if (rows === undefined || rows.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="versions">
      <Title order={2} fz={18} mb="xs" id="versions">{t`Versions`}</Title>
      <VersionHistory versions={withChanges(rows, responsibilityFacts)} isLinked />
    </Paper>
  );
}
