import { Anchor, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { roadmapQuery } from "../roadmap/queries.ts";
import { gateTitle } from "../gate/gate-words.ts";
import { gateQuery } from "../gate/queries.ts";
import { findingsTitle } from "../findings/findings-title.ts";
import { findingsQuery } from "../findings/queries.ts";
import { readinessQuery } from "../readiness/queries.ts";
import { productionFinding } from "../production/production-facts.ts";
import { productionFactsQuery } from "../production/queries.ts";
import { workflowQuery } from "../workflow/queries.ts";
import { workflowFinding } from "../workflow/workflow-words.ts";
import { initiativePlaces, type InitiativePlace } from "./initiative-places.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

/** How far an initiative is on its way from pilot to production: a line for each page that says more. */
export function InitiativeGovernance({ initiativeId }: { initiativeId: string }) {
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="governance">
      <Title order={2} fz={18} mb="sm" id="governance">{t`From pilot to production`}</Title>
      <Stack gap="xs">
        <FindingsLine initiativeId={initiativeId} />
        <ReadinessLine initiativeId={initiativeId} />
        <RoadmapLine initiativeId={initiativeId} />
        <WorkflowLine initiativeId={initiativeId} />
        <ProductionLine initiativeId={initiativeId} />
        <GateLine initiativeId={initiativeId} />
      </Stack>
    </Paper>
  );
}

interface LineProps {
  initiativeId: string;
  place: InitiativePlace;
  /** How it stands, in a sentence; undefined while it is not known. */
  sentence: string | undefined;
}

/** One line: where it leads, and how it stands there. */
function Line({ initiativeId, place, sentence }: LineProps) {
  const organisationId = useOrganisationId();
  const { name, to } = initiativePlaces.find(({ key }) => key === place) ?? initiativePlaces[0];
  return (
    <Group gap="sm" align="baseline" wrap="nowrap">
      <Anchor
        size="sm"
        w={110}
        style={{ flex: "none" }}
        renderRoot={(props) => <Link to={to} params={{ organisationId, initiativeId }} {...props} />}
      >
        {name}
      </Anchor>
      <Text size="sm" mih={20}>
        {formatSentence(sentence ?? "")}
      </Text>
    </Group>
  );
}

function ReadinessLine({ initiativeId }: { initiativeId: string }) {
  const { asOf } = useClocks();
  const { data, isError } = useQuery(readinessQuery(useOrganisationId(), initiativeId, { asOf }));
  return (
    <Line
      initiativeId={initiativeId}
      place="readiness"
      sentence={isError ? t`It could not be loaded.` : data?.sentence}
    />
  );
}

function RoadmapLine({ initiativeId }: { initiativeId: string }) {
  const { data, isError } = useQuery(roadmapQuery(useOrganisationId(), initiativeId, useClocks()));
  const progress = data === undefined || data.tasks.length > 0 ? data?.sentence : t`There is no roadmap yet.`;
  return (
    <Line
      initiativeId={initiativeId}
      place="roadmap"
      sentence={isError ? t`It could not be loaded.` : progress}
    />
  );
}

function WorkflowLine({ initiativeId }: { initiativeId: string }) {
  const { asOf } = useClocks();
  const { data, isError } = useQuery(workflowQuery(useOrganisationId(), initiativeId, { asOf }));
  const finding = data === undefined ? undefined : workflowFinding(data);
  return (
    <Line
      initiativeId={initiativeId}
      place="workflow"
      sentence={isError ? t`It could not be loaded.` : finding}
    />
  );
}

function ProductionLine({ initiativeId }: { initiativeId: string }) {
  const { asOf } = useClocks();
  const { data, isError } = useQuery(productionFactsQuery(useOrganisationId(), initiativeId, { asOf }));
  const finding = data === undefined ? undefined : productionFinding(data);
  return (
    <Line
      initiativeId={initiativeId}
      place="production"
      sentence={isError ? t`It could not be loaded.` : finding}
    />
  );
}

function GateLine({ initiativeId }: { initiativeId: string }) {
  const { data, isError } = useQuery(gateQuery(useOrganisationId(), initiativeId));
  const sentence = data === undefined ? undefined : gateTitle(data.review?.pack ?? data.pack);
  return (
    <Line
      initiativeId={initiativeId}
      place="gate"
      sentence={isError ? t`It could not be loaded.` : sentence}
    />
  );
}

function FindingsLine({ initiativeId }: { initiativeId: string }) {
  const { data, isError } = useQuery(findingsQuery(useOrganisationId(), initiativeId, useClocks()));
  const found = data === undefined ? undefined : findingsTitle(data.findings);
  return (
    <Line
      initiativeId={initiativeId}
      place="findings"
      sentence={isError ? t`It could not be loaded.` : found}
    />
  );
}
