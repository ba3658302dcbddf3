import type { Workflow } from "@liftledger/contracts/workflow";
import { Button, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { readDraft } from "../../components/draft-store.ts";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { InitiativeFrame } from "../governance/initiative-frame.tsx";
import { GuardrailsCard } from "../production/guardrails-card.tsx";
import { workflowQuery } from "./queries.ts";
import { WorkflowHistory } from "./workflow-history.tsx";
import { WorkflowForm, workflowDraftKey } from "./workflow-form.tsx";
import { WorkflowView } from "./workflow-view.tsx";
import { workflowFinding } from "./workflow-words.ts";
import { t } from "../../words.ts";

/** How the work of an initiative is done, before it and with it, side by side, and what is wrong with it. */
export function WorkflowPage() {
  const organisationId = useOrganisationId();
  const { initiativeId } = useParams({ from: "/$organisationId/initiatives/$initiativeId/workflow" });
  const { asOf } = useClocks();
  const query = useQuery(workflowQuery(organisationId, initiativeId, { asOf }));
  return (
    <InitiativeFrame
      initiativeId={initiativeId}
      place="workflow"
      title={query.data === undefined ? undefined : workflowFinding(query.data)}
      isWaiting={query.isPending}
      subline={t`Who does what in which order, without the initiative and with it: steps, decisions, exceptions, hand-offs, and what people still do by hand.`}
    >
      <ShownQuery query={query} failed={t`The workflow could not be loaded.`} height={620}>
        {(workflow) => (
          <Stack gap="md" maw={1240}>
            <GuardrailsCard initiativeId={initiativeId} place="workflow" />
            <Editable key={initiativeId} workflow={workflow} isPast={asOf !== undefined} />
            <WorkflowHistory initiativeId={initiativeId} />
          </Stack>
        )}
      </ShownQuery>
    </InitiativeFrame>
  );
}

/** The workflow, or the form once somebody changes it; a draft that was left opens it again. */
function Editable({ workflow, isPast }: { workflow: Workflow; isPast: boolean }) {
  const organisationId = useOrganisationId();
  const key = workflowDraftKey(organisationId, workflow.initiativeId);
  const mayWrite = (usePerson()?.role ?? "viewer") !== "viewer" && !isPast;
  const [changing, setChanging] = useState(() => readDraft(localStorage, key) !== undefined);
  if (changing && mayWrite) return <WorkflowForm workflow={workflow} onDone={() => setChanging(false)} />;
  return (
    <>
      <WorkflowView workflow={workflow} />
      {mayWrite && (
        <div className="not-printed">
          <Button variant="default" onClick={() => setChanging(true)}>
            {workflow.version === 0 ? t`Record how the work is done` : t`Change the workflow`}
          </Button>
        </div>
      )}
    </>
  );
}
