import { Anchor, Paper, Stack, Text, Title } from "@mantine/core";
import type { Kpi } from "@liftledger/contracts/kpi";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useOrganisationId } from "../../use-organisation.ts";
import { Said } from "./learning-card.tsx";
import { learnedOnQuery } from "./queries.ts";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { t } from "../../words.ts";

/** What was learned before on the KPI of a sentence that is being stated; nothing where nothing was. */
export function LearnedBefore({ kpi }: { kpi: Kpi }) {
  const organisationId = useOrganisationId();
  const { data } = useQuery(learnedOnQuery(organisationId, kpi.key));
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Paper withBorder p="md" component="aside" aria-labelledby="learned-before">
      <Title order={2} fz={16} id="learned-before">{t`Learned before on ${kpi.name}`}</Title>
      <Stack gap="md" mt="xs">
        {data.rows.map((learning) => (
          <div key={learning.learningId}>
            <InitiativeLink initiativeId={learning.initiativeId} fw={600}>
              {learning.initiative}
            </InitiativeLink>
            <Said learning={learning} />
          </div>
        ))}
        {data.nextCursor !== null && (
          <Text size="sm">
            <Anchor
              renderRoot={(props) => (
                <Link
                  to="/$organisationId/learnings"
                  params={{ organisationId }}
                  search={{ kpi: kpi.key }}
                  {...props}
                />
              )}
            >{t`All that was learned on it`}</Anchor>
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
