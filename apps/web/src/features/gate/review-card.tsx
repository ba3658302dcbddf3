import { Button, Code, List, Paper, Stack, Text, Title } from "@mantine/core";
import type { Gate, GateReview } from "@liftledger/contracts/gate";
import { useState } from "react";
import { readDraft } from "../../components/draft-store.ts";
import { formatDate, formatInstant } from "../../components/format-date.ts";
import { formatMoney } from "../../components/format-number.ts";
import { ReasonDialog } from "../../components/reason-dialog.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { whoMay } from "../approvals/approval-words.ts";
import { phaseNames } from "../verdict/verdict-look.ts";
import { decisionDoes, decisionNames } from "./gate-words.ts";
import type { Waiting } from "./queries.ts";
import { RequestForm, requestDraftKey } from "./request-form.tsx";
import { SignForm } from "./sign-form.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { form, plural, t } from "../../words.ts";

/** What is asked for at this gate, who signs it, and what whoever reads this may do now. */
export function ReviewCard({ gate }: { gate: Gate }) {
  const { review, decisions, initiativeId } = gate;
  const organisationId = useOrganisationId();
  const canWrite = usePerson()?.role !== "viewer";
  // Somebody was typing here before the page was left.
  const [isWriting, setWriting] = useState(
    () =>
      canWrite &&
      readDraft(localStorage, requestDraftKey(organisationId, initiativeId, review)) !== undefined,
  );
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="gate-decision">
      <Title
        order={2}
        fz={18}
        mb="xs"
        id="gate-decision"
        // Led to from above, it stands under the bar at the top.
        style={{ scrollMarginTop: 88 }}
      >{t`The decision`}</Title>
      {review !== null && <Asked review={review} />}
      {review === null && !isWriting && <NothingAsked gate={gate} />}
      {gate.advanceFrom !== null && (
        <Text size="sm" mt={4} mb="sm">
          {t`A phase lasts a day at least: to leave ${phaseNames[gate.pack.leaving]} can be asked for from ${formatDate(gate.advanceFrom)} on.`}
        </Text>
      )}
      {isWriting && <RequestForm gate={gate} review={review} onDone={() => setWriting(false)} />}
      {!isWriting && canWrite && decisions.length > 0 && (review === null || review.status === "open") && (
        <Button mt="md" variant={review === null ? "filled" : "default"} onClick={() => setWriting(true)}>
          {review === null ? t`Ask for a decision` : t`Change what is asked for`}
        </Button>
      )}
      {review !== null && !isWriting && (
        <Stack gap="md" mt="md" align="stretch">
          <Signing review={review} />
          {canWrite && <Withdraw review={review} />}
        </Stack>
      )}
    </Paper>
  );
}

function NothingAsked({ gate: { decisions, initiative, status } }: { gate: Gate }) {
  return (
    <Text size="sm">
      {decisions.length > 0
        ? t`Nobody has asked for a decision yet. Whoever asks does not sign it.`
        : status === "graduated"
          ? t`${initiative} has graduated: no gate is before it.`
          : t`${initiative} is retired: no gate is before it.`}
    </Text>
  );
}

/** What is asked for, by whom and why; what is let pass stands at its criterion. */
export function Asked({ review }: { review: GateReview }) {
  const { decision, into, reason, openedBy, openedAt, overrides, signatures } = review;
  return (
    <Stack gap={4}>
      <Text fw={600}>{`${decisionNames[decision]}: “${reason}”`}</Text>
      <Text size="sm">{decisionDoes(decision, into)}</Text>
      <Text size="sm" c="dimmed">
        {t`Asked for by ${openedBy}, ${formatInstant(openedAt)}.`}{" "}
        {overrides.length > 0 &&
          plural(
            overrides.length,
            form`${overrides.length} criterion is let pass.`,
            form`${overrides.length} criteria are let pass.`,
          )}
      </Text>
      {signatures.length > 0 && (
        <List size="sm">
          {signatures.map(({ position, signedBy, signedAt, comment }) => (
            <List.Item key={position}>
              {comment === ""
                ? t`Signed by ${signedBy}, ${formatInstant(signedAt)}`
                : t`Signed by ${signedBy}, ${formatInstant(signedAt)}: “${comment}”`}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

/** How many sign and who may; the form for whoever does, once nothing stands in the way. */
function Signing({ review }: { review: Waiting }) {
  const { signaturesNeeded, pack, refusals, signing, approvers } = review;
  const from = pack?.twoSignaturesFrom ?? null;
  const limit = from === null ? "" : formatMoney(Number(from.amount), from.currency);
  return (
    <>
      <Text size="sm">
        {signaturesNeeded > 1
          ? t`Two people sign it: what going on will cost is ${limit} or more, or not known.`
          : t`One signature decides it.`}
      </Text>
      {refusals.length > 0 && (
        <div role="note">
          <Text fw={600} size="sm">
            {plural(
              refusals.length,
              form`It cannot be signed yet: ${refusals.length} thing stands in the way`,
              form`It cannot be signed yet: ${refusals.length} things stand in the way`,
            )}
          </Text>
          <List size="sm">
            {refusals.map(({ kind, criterion, reason }) => (
              <List.Item key={`${kind} ${criterion ?? ""}`}>{formatSentence(reason)}</List.Item>
            ))}
          </List>
        </div>
      )}
      {signing === "yours" && refusals.length === 0 && <SignForm key={review.seen} review={review} />}
      {signing === "own" && (
        <Text fw={500}>
          {whoMay(t`You asked for, wrote or signed some of it, so somebody else signs`, approvers)}
        </Text>
      )}
      {signing === "finance" && <Text fw={500}>{whoMay(t`Finance signs`, approvers)}</Text>}
    </>
  );
}

/** The digest of what was signed. */
export function Frozen({ digest }: { digest: string }) {
  return (
    <div>
      <Text size="sm">{t`The request and its evidence are frozen. Their SHA-256:`}</Text>
      <Code style={{ overflowWrap: "anywhere" }}>{digest}</Code>
    </div>
  );
}

function Withdraw({ review: { reviewId, version } }: { review: Waiting }) {
  const [asking, setAsking] = useState(false);
  return (
    <div className="not-printed">
      <Button variant="subtle" px={0} onClick={() => setAsking(true)}>{t`Withdraw this review`}</Button>
      {asking && (
        <ReasonDialog
          title={t`Withdraw this review`}
          failed={t`It was not withdrawn.`}
          action={t`Withdraw it`}
          about={`withdraw-review:${reviewId}`}
          write={(client, reason, idempotencyKey) =>
            client.call("withdrawGateReview", {
              params: { reviewId },
              body: { version, reason },
              idempotencyKey,
            })
          }
          onClose={() => setAsking(false)}
        >
          {t`It is not asked for any more. That is final; to ask again, open another review.`}
        </ReasonDialog>
      )}
    </div>
  );
}
