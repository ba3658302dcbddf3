import { Box, Button, Checkbox, Group, NativeSelect, Stack, Text, Textarea } from "@mantine/core";
import type { Gate, GateReview } from "@liftledger/contracts/gate";
import type { Client } from "@liftledger/contracts/client";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { decisionDoes, decisionNames, goesOn } from "./gate-words.ts";
import type { Answered, Decision, Waiting } from "./queries.ts";
import { readRequest, type RequestDraft } from "./request-draft.ts";
import { t } from "../../words.ts";

/** Under which name the draft of a request is kept. */
export const requestDraftKey = (organisationId: string, initiativeId: string, review: Waiting | null) =>
  `gate:${organisationId}:${initiativeId}:${review === null ? "new" : `${review.reviewId}:${review.version}`}`;

type Request = Parameters<typeof send>[1];

export interface RequestFormProps {
  gate: Gate;
  /** The review that is written anew; null to open one. */
  review: Waiting | null;
  onDone: () => void;
}

/** Asks for a decision: which, why, and which criteria pass although they are not met. */
export function RequestForm({ gate, review, onDone }: RequestFormProps) {
  const { initiativeId, decisions, pack } = gate;
  const organisationId = useOrganisationId();
  const draft = useDraft<RequestDraft>(requestDraftKey(organisationId, initiativeId, review), {
    decision: review?.decision ?? decisions[0] ?? "hold",
    reason: review?.reason ?? "",
    overrides: Object.fromEntries(
      (review?.overrides ?? []).map(({ criterion, reason }) => [criterion, reason]),
    ),
  });
  const [asked, setAsked] = useState(false);
  const finish = () => {
    draft.clear();
    onDone();
  };
  const write = useWrite<Request, GateReview>(send, finish);
  const typed = draft.value;
  const open = goesOn(typed.decision) ? pack.criteria.filter(({ result }) => result !== "met") : [];
  const read = readRequest(
    typed,
    open.map(({ criterion }) => criterion),
  );
  const faults = { ...fieldProblems(write.error), ...(asked && read.kind === "faults" ? read.faults : {}) };
  const change = (next: Partial<RequestDraft>) => {
    if (write.error !== null) write.reset();
    draft.set((before) => ({ ...before, ...next }));
  };
  return (
    <Form
      onSend={() => {
        setAsked(true);
        if (read.kind === "request")
          write.send({
            initiativeId,
            review: review === null ? null : { reviewId: review.reviewId, version: review.version },
            body: read.request,
          });
      }}
    >
      <Stack gap="md" maw={760}>
        <NativeSelect
          label={t`Decision`}
          description={decisionDoes(typed.decision, pack.into)}
          inputWrapperOrder={["label", "input", "description", "error"]}
          maw={300}
          value={typed.decision}
          error={faults["decision"]}
          data={decisions.map((value) => ({ value, label: decisionNames[value] }))}
          onChange={({ currentTarget }) =>
            change({ decision: decisions.find((one) => one === currentTarget.value) ?? typed.decision })
          }
        />
        <Textarea
          label={t`Why`}
          autosize
          minRows={2}
          maxLength={1000}
          value={typed.reason}
          error={faults["reason"]}
          onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
        />
        {open.length > 0 && (
          <Box component="fieldset" m={0} p={0} bd={0}>
            <Text component="legend" fw={600} size="sm" p={0}>{t`What stands in the way`}</Text>
            <Text
              size="sm"
              c="dimmed"
              mb="xs"
            >{t`Mend it, or let it pass: by your name, with a reason, and counted.`}</Text>
            <Stack gap="sm">
              {open.map((answered) => (
                <OverrideField
                  key={answered.criterion}
                  answered={answered}
                  reason={typed.overrides[answered.criterion]}
                  fault={faults[`overrides.${answered.criterion}`]}
                  onChange={(reason) =>
                    change({ overrides: { ...typed.overrides, [answered.criterion]: reason } })
                  }
                />
              ))}
            </Stack>
          </Box>
        )}
        {write.error !== null && (
          <ProblemAlert what={t`The decision was not asked for.`} error={write.error} />
        )}
        <Group gap="sm">
          <Button type="submit" loading={write.pending}>
            {review === null ? t`Ask for the decision` : t`Save what is asked for`}
          </Button>
          <Button variant="default" onClick={finish}>{t`Leave it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}

interface OverrideFieldProps {
  answered: Answered;
  /** Undefined or null while it is not let pass. */
  reason: string | null | undefined;
  fault: string | undefined;
  onChange: (reason: string | null) => void;
}

function OverrideField({
  answered: { question, reason: seen },
  reason,
  fault,
  onChange,
}: OverrideFieldProps) {
  const isOn = reason !== undefined && reason !== null;
  return (
    <div>
      <Checkbox
        label={t`Let it pass: ${question}`}
        description={seen}
        checked={isOn}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? "" : null)}
      />
      {isOn && (
        <Textarea
          mt={4}
          ms={{ base: 0, sm: 32 }}
          label={t`Why it may pass`}
          autosize
          maxLength={1000}
          value={reason}
          error={fault}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </div>
  );
}

function send(
  client: Client,
  {
    initiativeId,
    review,
    body,
  }: {
    initiativeId: string;
    review: { reviewId: string; version: number } | null;
    body: {
      decision: Decision;
      reason: string;
      overrides: { criterion: Answered["criterion"]; reason: string }[];
    };
  },
  idempotencyKey: string,
): Promise<GateReview> {
  if (review === null)
    return client.call("openGateReview", { params: { initiativeId }, body, idempotencyKey });
  const { reviewId, version } = review;
  return client.call("changeGateReview", {
    params: { reviewId },
    body: { version, ...body },
    idempotencyKey,
  });
}
