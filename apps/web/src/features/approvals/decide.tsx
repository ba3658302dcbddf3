import { Button, Stack, Text } from "@mantine/core";
import type { Client } from "@liftledger/contracts/client";
import type { Approval } from "@liftledger/contracts/approval";
import { Link } from "@tanstack/react-router";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { useWrite } from "../../use-write.ts";
import { ClosedRefusal } from "../periods/closed-refusal.tsx";
import { whoDecides, yourTurn } from "./approval-words.ts";
import { t } from "../../words.ts";

const deeds = {
  baseline: { button: t`Freeze it`, failed: t`The baseline was not frozen.` },
  assumptions: { button: t`Approve`, failed: t`Nothing was approved.` },
};

interface Wanted {
  approval: Approval;
  approver: string;
}

/** The button for whoever decides, and for everybody else who that is. */
export function Decide({ approval, onDecided }: { approval: Approval; onDecided: () => void }) {
  const approver = usePerson()?.name;
  const write = useWrite<Wanted, unknown>(decide, onDecided);
  const others = whoDecides(approval);
  const { kind } = approval;
  if (kind !== "baseline" && kind !== "assumptions") return <ReadFirst approval={approval} others={others} />;
  if (others !== null || approver === undefined) {
    return (
      <Text size="sm" c="dimmed">
        {others}
      </Text>
    );
  }
  const { button, failed } = deeds[kind];
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        size="xs"
        aria-label={`${button}: ${approval.what}`}
        loading={write.pending}
        onClick={() => write.send({ approval, approver })}
      >
        {button}
      </Button>
      {write.error !== null && <ClosedRefusal what={failed} error={write.error} />}
    </Stack>
  );
}

/** What is decided where all of it is read; whoever does not decide it may read it too. */
function ReadFirst({ approval, others }: { approval: Approval; others: string | null }) {
  const label = others === null ? t`Read it and decide` : t`Read it`;
  const said = others ?? yourTurn(approval);
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        size="xs"
        variant={others === null ? "filled" : "default"}
        aria-label={`${label}: ${approval.what}`}
        renderRoot={(props) => <LinkToDecide approval={approval} {...props} />}
      >
        {label}
      </Button>
      {said !== null && (
        <Text size="sm" c="dimmed">
          {said}
        </Text>
      )}
    </Stack>
  );
}

/** The page where it is decided: of a case its approval, of a review its gate, of guardrails the workflow whose scope changed. */
function LinkToDecide({ approval, ...props }: { approval: Approval }) {
  const { kind, objectId, initiativeId, businessCase } = approval;
  const organisationId = useOrganisationId();
  const params = { organisationId, initiativeId: initiativeId ?? "" };
  if (kind === "gate-review")
    return <Link to="/$organisationId/initiatives/$initiativeId/gate" params={params} {...props} />;
  if (kind === "guardrails")
    return <Link to="/$organisationId/initiatives/$initiativeId/workflow" params={params} {...props} />;
  const version = businessCase?.number;
  return (
    <Link
      to="/$organisationId/cases/$caseId"
      params={{ organisationId, caseId: objectId }}
      search={{ tab: "approval", ...(version === undefined ? {} : { version }) }}
      {...props}
    />
  );
}

/** Assumptions are approved by recording them once more with who stands for them. */
function decide(client: Client, { approval, approver }: Wanted, idempotencyKey: string): Promise<unknown> {
  const { objectId, version, assumptions } = approval;
  if (assumptions === null) {
    return client.call("freezeBaseline", { params: { baselineId: objectId }, idempotencyKey });
  }
  return client.call("changeBenefit", {
    params: { benefitId: objectId },
    body: { version, assumptions: { ...assumptions, approvedBy: approver } },
    idempotencyKey,
  });
}
