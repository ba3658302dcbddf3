import type { Findings } from "@liftledger/contracts/finding";
import { Anchor, List, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { ValuedOn } from "../clocks/valued-on.tsx";
import { InitiativeFrame } from "../governance/initiative-frame.tsx";
import { AdoptionLink } from "../adoption/adoption-link.tsx";
import { adoptionQuery } from "../adoption/queries.ts";
import { FactLink } from "../production/fact-link.tsx";
import { productionFactsQuery } from "../production/queries.ts";
import { roadmapQuery } from "../roadmap/queries.ts";
import { FindingCard } from "./finding-card.tsx";
import { findingsTitle } from "./findings-title.ts";
import { findingsQuery } from "./queries.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t, tx } from "../../words.ts";

const route = "/$organisationId/initiatives/$initiativeId/findings";

/** Which of the four ways in which pilots die shows in what is logged of an initiative, and what helps. */
export function FindingsPage() {
  const organisationId = useOrganisationId();
  const { initiativeId } = useParams({ from: route });
  const query = useQuery(findingsQuery(organisationId, initiativeId, useClocks()));
  return (
    <InitiativeFrame
      initiativeId={initiativeId}
      place="findings"
      title={query.data === undefined ? undefined : findingsTitle(query.data.findings)}
      isWaiting={query.isPending}
      subline={tx`Four ways in which pilots die are looked for in what is logged, each against a ${(
        <LimitsLink>{t`limit with its source`}</LimitsLink>
      )}. What is not recorded is found by nobody.`}
      aside={<ValuedOn />}
    >
      <ShownQuery query={query} failed={t`The findings could not be loaded.`} height={420}>
        {(found) => <Body found={found} />}
      </ShownQuery>
    </InitiativeFrame>
  );
}

/** Leads to the table of all limits. */
function LimitsLink({ children }: { children: string }) {
  const organisationId = useOrganisationId();
  return (
    <Anchor
      inherit
      underline="always"
      renderRoot={(props) => (
        <Link to="/$organisationId/benchmarks" params={{ organisationId }} hash="limits" {...props} />
      )}
    >
      {children}
    </Anchor>
  );
}

function Body({ found: { initiativeId, findings, notKnown } }: { found: Findings }) {
  const { asOf } = useClocks();
  const roadmap = useQuery(roadmapQuery(useOrganisationId(), initiativeId, { asOf })).data;
  const facts = useQuery(productionFactsQuery(useOrganisationId(), initiativeId, { asOf })).data;
  const clocks = useClocks();
  const adoption = useQuery(adoptionQuery(useOrganisationId(), initiativeId, clocks)).data;
  const canWrite = (usePerson()?.role ?? "viewer") !== "viewer" && asOf === undefined;
  return (
    <Stack gap="md" maw={1100}>
      {findings.map((finding) => (
        <FindingCard
          key={finding.mode}
          initiativeId={initiativeId}
          finding={finding}
          roadmap={roadmap}
          canWrite={canWrite}
        />
      ))}
      {notKnown.length > 0 && (
        <Paper withBorder p="md" component="section" aria-labelledby="not-known">
          <Title order={2} fz={18} id="not-known">{t`What is not known`}</Title>
          <Text
            size="sm"
            c="dimmed"
            mb="xs"
          >{t`Nothing is found where nothing is recorded: that is no proof of health.`}</Text>
          <List size="sm">
            {notKnown.map((sentence) => (
              <List.Item key={sentence}>{formatSentence(sentence)}</List.Item>
            ))}
          </List>
          {facts?.securityReview === null && (
            <FactLink
              initiativeId={initiativeId}
              fact="securityReview"
            >{t`Record how the security review stands`}</FactLink>
          )}
          {adoption?.series === null && <AdoptionLink initiativeId={initiativeId} />}
        </Paper>
      )}
    </Stack>
  );
}
