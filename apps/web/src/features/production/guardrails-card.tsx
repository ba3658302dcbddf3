import type { ProductionFacts } from "@liftledger/contracts/production-facts";
import { Alert, Anchor, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatDate } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { useWrite } from "../../use-write.ts";
import { productionFactsQuery } from "./queries.ts";
import { t } from "../../words.ts";

export interface GuardrailsCardProps {
  initiativeId: string;
  /** On which page it stands: it leads to the other one. */
  place: "workflow" | "production";
}

/** Said while another scope has reopened the guardrails of an initiative; approved here by somebody else. */
export function GuardrailsCard({ initiativeId, place }: GuardrailsCardProps) {
  const organisationId = useOrganisationId();
  const { asOf } = useClocks();
  const facts = useQuery(productionFactsQuery(organisationId, initiativeId, { asOf })).data;
  const approve = useWrite<number, ProductionFacts>((client, version, idempotencyKey) =>
    client.call("approveGuardrails", { params: { initiativeId }, body: { version }, idempotencyKey }),
  );
  const role = usePerson()?.role ?? "viewer";
  const mayApprove = role === "finance" || role === "admin";
  if (facts === undefined || facts.reopened === null) return null;
  const { on, by } = facts.reopened;
  const rules = [facts.dataAccessRule, facts.outputReviewRule, facts.errorHandlingRule];
  const places = rules.flatMap((rule) => (rule === null ? [] : [`${rule.where} (${rule.owner})`]));
  return (
    <Alert
      variant="default"
      title={t`The guardrails wait to be approved again`}
      icon={<IconAlertTriangle color="var(--mantine-color-error)" aria-hidden />}
    >
      <Text size="sm">
        {t`${by} changed the scope on ${formatDate(on)}. Until somebody else approves them for it, no gate counts them: ${places.join("; ")}.`}
      </Text>
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link
            to={`/$organisationId/initiatives/$initiativeId/${place === "workflow" ? "production" : "workflow"}`}
            params={{ organisationId, initiativeId }}
            {...props}
          />
        )}
      >
        {place === "workflow" ? t`See the guardrails` : t`Read the scope as it is now`}
      </Anchor>
      {!mayApprove && <Text size="sm">{t`Finance or an admin approves them here.`}</Text>}
      {approve.error !== null && (
        <ProblemAlert what={t`The guardrails were not approved.`} error={approve.error} />
      )}
      {asOf === undefined && mayApprove && (
        <Group mt="sm">
          <Button
            variant="default"
            loading={approve.pending}
            onClick={() => approve.send(facts.version)}
          >{t`Approve the guardrails for this scope`}</Button>
        </Group>
      )}
    </Alert>
  );
}
