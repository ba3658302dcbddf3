import type { Portfolio } from "@liftledger/contracts/portfolio";
import { Anchor, Box, Group, Paper, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Told } from "../explain/told.tsx";
import { StatusMark } from "../verdict/status-mark.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { t } from "../../words.ts";

const shownAtMost = 5;

/** What wants somebody's decision, in the engine's order, each with its reason. */
export function NeedsDecision({ portfolio }: { portfolio: Portfolio }) {
  const organisationId = useOrganisationId();
  const byId = new Map(portfolio.rows.map((row) => [row.initiativeId, row]));
  const rows = portfolio.needsDecision.flatMap((initiativeId) => byId.get(initiativeId) ?? []);
  return (
    <Paper withBorder p="md" miw={0} h="100%" component="section" aria-labelledby="needs-decision">
      <Title order={2} fz={16} fw={700} id="needs-decision">{t`Needs a decision`}</Title>
      {rows.length === 0 && <Text size="sm" c="dimmed" mt="xs">{t`Nothing does at the moment.`}</Text>}
      {rows.slice(0, shownAtMost).map((row, index) => (
        <Box
          key={row.initiativeId}
          py="sm"
          style={index === 0 ? undefined : { borderTop: "1px solid var(--mantine-color-default-border)" }}
        >
          <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
            <Anchor
              size="sm"
              fw={600}
              c="var(--mantine-color-text)"
              renderRoot={(props) => (
                <Link
                  to="/$organisationId/initiatives/$initiativeId"
                  params={{ organisationId, initiativeId: row.initiativeId }}
                  {...props}
                />
              )}
            >
              {row.name}
            </Anchor>
            <Box maw="52%" flex="none">
              <StatusMark verdict={row.verdict} />
            </Box>
          </Group>
          <Text size="sm" c="dimmed" mt={2}>
            <Told parts={portfolio.decisionReasons[index] ?? []} />
          </Text>
        </Box>
      ))}
      {rows.length > shownAtMost && (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="." search={(now) => ({ ...now, show: "needs-decision" as const })} {...props} />
          )}
        >{t`${rows.length - shownAtMost} more in the table`}</Anchor>
      )}
    </Paper>
  );
}
