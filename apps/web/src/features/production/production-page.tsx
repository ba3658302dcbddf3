import type { ProductionFacts } from "@liftledger/contracts/production-facts";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { readDraft } from "../../components/draft-store.ts";
import { formatInstant } from "../../components/format-date.ts";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { InitiativeFrame } from "../governance/initiative-frame.tsx";
import { GuardrailsCard } from "./guardrails-card.tsx";
import { productionFinding } from "./production-facts.ts";
import { ProductionForm, productionDraftKey } from "./production-form.tsx";
import { ProductionHistory } from "./production-history.tsx";
import { ProductionView } from "./production-view.tsx";
import { productionFactsQuery } from "./queries.ts";
import { t } from "../../words.ts";

/** What an initiative needs in production, as people recorded it, and which gate asks for it. */
export function ProductionPage() {
  const organisationId = useOrganisationId();
  const { initiativeId } = useParams({ from: "/$organisationId/initiatives/$initiativeId/production" });
  const { asOf } = useClocks();
  const query = useQuery(productionFactsQuery(organisationId, initiativeId, { asOf }));
  return (
    <InitiativeFrame
      initiativeId={initiativeId}
      place="production"
      title={query.data === undefined ? undefined : productionFinding(query.data)}
      isWaiting={query.isPending}
      subline={t`Who takes it over, security, data, integration, rules and training: what gates ask for, and what the findings look at.`}
    >
      <ShownQuery query={query} failed={t`What it needs in production could not be loaded.`} height={900}>
        {(facts) => (
          <Stack gap="md" maw={1100}>
            <GuardrailsCard initiativeId={initiativeId} place="production" />
            <Editable key={initiativeId} facts={facts} isPast={asOf !== undefined} />
            <ProductionHistory initiativeId={initiativeId} />
          </Stack>
        )}
      </ShownQuery>
    </InitiativeFrame>
  );
}

/** The facts, or the form once somebody changes them; a draft that was left opens it again. */
function Editable({ facts, isPast }: { facts: ProductionFacts; isPast: boolean }) {
  const key = productionDraftKey(useOrganisationId(), facts.initiativeId);
  const mayWrite = (usePerson()?.role ?? "viewer") !== "viewer" && !isPast;
  const [changing, setChanging] = useState(() => readDraft(localStorage, key) !== undefined);
  if (changing && mayWrite) return <ProductionForm facts={facts} onDone={() => setChanging(false)} />;
  return (
    <>
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed">
          {facts.recordedAt === null
            ? t`Nothing is recorded yet. Whoever works on it records it here, and changes it as it changes.`
            : t`Version ${facts.version}, by ${facts.recordedBy ?? ""} on ${formatInstant(facts.recordedAt)}. Earlier versions are kept.`}
        </Text>
        {mayWrite && (
          <Button className="not-printed" variant="default" onClick={() => setChanging(true)}>
            {facts.version === 0 ? t`Record what it needs` : t`Change what is recorded`}
          </Button>
        )}
      </Group>
      <ProductionView facts={facts} />
    </>
  );
}
