import { Anchor, Card, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { portfolioQuery } from "../../api.ts";
import { PageHeader } from "../../components/page-header.tsx";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { FunnelCard } from "../portfolio/funnel-card.tsx";
import { phaseNames } from "../verdict/verdict-look.ts";
import { initiativePlaces } from "./initiative-places.ts";
import { t } from "../../words.ts";

/** How initiatives come from pilot to production: the funnel, and of each where it stands. */
export function GovernancePage() {
  const organisationId = useOrganisationId();
  const query = useQuery(portfolioQuery(organisationId, useClocks()));
  return (
    <>
      <PageHeader
        title={t`What is stuck on its way to production`}
        subline={t`How far initiatives come, against what is published of other companies, and where each stands.`}
      />
      <ShownQuery query={query} failed={t`The portfolio could not be loaded.`} height={520}>
        {({ funnel, rows }) => (
          <>
            {funnel !== null && <FunnelCard funnel={funnel} />}
            <Card withBorder padding="sm">
              <Table verticalSpacing="sm" className="stacks-on-phone">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t`Initiative`}</Table.Th>
                    <Table.Th>{t`Phase`}</Table.Th>
                    <Table.Th>{t`Led by`}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((initiative) => (
                    <Table.Tr key={initiative.initiativeId}>
                      <Table.Th scope="row">
                        <Anchor
                          renderRoot={(props) => (
                            <Link
                              to={initiativePlaces[0].to}
                              params={{ organisationId, initiativeId: initiative.initiativeId }}
                              {...props}
                            />
                          )}
                        >
                          {initiative.name}
                        </Anchor>
                      </Table.Th>
                      <Table.Td data-label={t`Phase`}>{phaseNames[initiative.phase]}</Table.Td>
                      <Table.Td data-label={t`Led by`}>
                        {initiative.owner}
                        <Text size="sm" c="dimmed">
                          {initiative.team}
                        </Text>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Card>
          </>
        )}
      </ShownQuery>
    </>
  );
}
