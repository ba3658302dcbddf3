import { List, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { benefitsQuery, costLinesQuery } from "../../api.ts";
import { useOrganisationId } from "../../use-organisation.ts";

/** The facts an initiative stands on: what it claims and what it costs. */
export function SetupSection({ initiativeId }: { initiativeId: string }) {
  const organisationId = useOrganisationId();
  const benefits = useQuery(benefitsQuery(organisationId, initiativeId));
  const costLines = useQuery(costLinesQuery(organisationId, initiativeId));
  return (
    <Stack gap="sm">
      <Title order={3}>Benefits</Title>
      <List size="sm">
        {(benefits.data?.rows ?? []).map((benefit) => (
          <List.Item key={benefit.benefitId}>
            Unit value {benefit.assumptions.unitValue ?? "not given"}, our share{" "}
            {benefit.assumptions.attribution ?? "not given"}, version {benefit.assumptionsVersion}
          </List.Item>
        ))}
      </List>
      {benefits.data?.rows.length === 0 && <Text c="dimmed">No benefit is claimed yet.</Text>}
      <Title order={3}>Cost lines</Title>
      <List size="sm">
        {(costLines.data?.rows ?? []).map((line) => (
          <List.Item key={line.costLineId}>
            {line.month}: {line.amount} {line.currency}, {line.category}, {line.kind}
          </List.Item>
        ))}
      </List>
      {costLines.data?.rows.length === 0 && <Text c="dimmed">No cost is recorded yet.</Text>}
    </Stack>
  );
}
