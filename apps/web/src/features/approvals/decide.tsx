import { Button, Stack, Text } from "@mantine/core";
import type { Client } from "@liftledger/contracts/client";
import type { Approval } from "@liftledger/contracts/approval";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { usePerson } from "../../use-session.ts";
import { useWrite } from "../../use-write.ts";
import { whoDecides } from "./approval-words.ts";
import { t } from "../../words.ts";

const deeds = {
  baseline: { button: t`Freeze it`, failed: t`The baseline was not frozen.` },
  assumptions: { button: t`Approve`, failed: t`Nothing was approved.` },
  "business-case": { button: t`Sign it`, failed: t`It was not signed.` },
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
  if (others !== null || approver === undefined) {
    return (
      <Text size="sm" c="dimmed">
        {others}
      </Text>
    );
  }
  const { button, failed } = deeds[approval.kind];
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
      {write.error !== null && <ProblemAlert what={failed} error={write.error} />}
    </Stack>
  );
}

/** Assumptions are approved by recording them once more with who stands for them. */
function decide(client: Client, { approval, approver }: Wanted, idempotencyKey: string): Promise<unknown> {
  const { objectId, version, assumptions, businessCase } = approval;
  if (businessCase !== null) {
    const params = { caseId: objectId, number: businessCase.number };
    return client.call("approveCaseVersion", { params, body: { version }, idempotencyKey });
  }
  if (assumptions === null) {
    return client.call("freezeBaseline", { params: { baselineId: objectId }, idempotencyKey });
  }
  return client.call("changeBenefit", {
    params: { benefitId: objectId },
    body: { version, assumptions: { ...assumptions, approvedBy: approver } },
  });
}
