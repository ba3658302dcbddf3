import { Anchor, Card, List, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useOrganisationId } from "../../use-organisation.ts";
import { statusNames } from "../cases/case-words.ts";
import { caseVersionsQuery } from "../cases/queries.ts";
import { deedsOf } from "./deeds-of.ts";
import { t } from "../../words.ts";

/** Every version of the case with who did what to it and when. */
export function HistoryCard({ caseId }: { caseId: string }) {
  const organisationId = useOrganisationId();
  const versions = useQuery(caseVersionsQuery(organisationId, caseId)).data?.rows;
  if (versions === undefined) return null;
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="case-history">
      <Title order={2} fz="lg" mb="xs" id="case-history">{t`What became of it`}</Title>
      {versions.map((head) => (
        <div key={head.number}>
          <Anchor
            fw={600}
            renderRoot={(props) => (
              <Link
                to="/$organisationId/cases/$caseId"
                params={{ organisationId, caseId }}
                search={{ version: head.number, tab: "approval" }}
                {...props}
              />
            )}
          >
            {`${t`Version ${head.number}`} · ${statusNames[head.status]}`}
          </Anchor>
          <List size="sm" mb="sm">
            {deedsOf(head).map((deed) => (
              <List.Item key={deed}>{deed}</List.Item>
            ))}
          </List>
        </div>
      ))}
    </Card>
  );
}
