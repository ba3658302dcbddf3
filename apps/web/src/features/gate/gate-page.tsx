import { Alert, Anchor, Button, Paper, Stack, Text, Title } from "@mantine/core";
import type { Gate, GateReview } from "@liftledger/contracts/gate";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { InitiativeFrame } from "../governance/initiative-frame.tsx";
import { AskedAbove } from "./asked-above.tsx";
import { CriteriaCard } from "./criteria-card.tsx";
import { EvidenceCard } from "./evidence-card.tsx";
import { GateHistory } from "./gate-history.tsx";
import { gateTitle, statusWord } from "./gate-words.ts";
import { KillRulesCard } from "./kill-rules-card.tsx";
import { gateQuery, gateReviewQuery } from "./queries.ts";
import { Asked, Frozen, ReviewCard } from "./review-card.tsx";
import { t } from "../../words.ts";

const route = "/$organisationId/initiatives/$initiativeId/gate";

/** The gate that an initiative stands before: what is asked, what was seen, and the decision; or one that was decided. */
export function GatePage() {
  const { initiativeId } = useParams({ from: route });
  const { review } = useSearch({ from: route });
  return review === undefined ? (
    <LiveGate initiativeId={initiativeId} />
  ) : (
    <FormerReview initiativeId={initiativeId} reviewId={review} />
  );
}

function LiveGate({ initiativeId }: { initiativeId: string }) {
  const query = useQuery(gateQuery(useOrganisationId(), initiativeId));
  return (
    <InitiativeFrame
      initiativeId={initiativeId}
      place="gate"
      title={query.data === undefined ? undefined : gateTitle(query.data.review?.pack ?? query.data.pack)}
      isWaiting={query.isPending}
      subline={t`Answered from what is recorded, decided by people. What is signed is frozen as it was read.`}
      aside={
        // What is asked for stands above everything, with its own way down.
        query.data?.review === null && (
          <Button component="a" href="#gate-decision" variant="default">{t`To the decision`}</Button>
        )
      }
    >
      <ShownQuery query={query} failed={t`The gate could not be loaded.`} height={760}>
        {(gate) => <Live gate={gate} />}
      </ShownQuery>
    </InitiativeFrame>
  );
}

function Live({ gate }: { gate: Gate }) {
  const { initiativeId, review } = gate;
  const pack = review?.pack ?? gate.pack;
  // Signed once, it is shown as it was signed.
  const isFrozen = review?.status === "signed";
  const toCome = (["pilots", "scale", "transform"] as const).filter(
    (phase, place, all) => place >= all.indexOf(gate.pack.into) && phase !== gate.pack.leaving,
  );
  return (
    <Stack gap="md" maw={1100}>
      {review !== null && <AskedAbove review={review} />}
      {isFrozen && (
        <Alert variant="default" title={t`One signature is still to come`}>
          <Text size="sm">{t`What you read below is what was signed; what is recorded since then is not in it.`}</Text>
        </Alert>
      )}
      <CriteriaCard
        initiativeId={initiativeId}
        pack={pack}
        overrides={review?.overrides ?? []}
        isFrozen={isFrozen}
      />
      <EvidenceCard initiativeId={initiativeId} pack={pack} isFrozen={isFrozen} />
      <ReviewCard key={review?.reviewId ?? "none"} gate={gate} />
      <KillRulesCard initiativeId={initiativeId} phases={gate.decisions.length === 0 ? [] : toCome} />
      <GateHistory initiativeId={initiativeId} />
    </Stack>
  );
}

function FormerReview({ initiativeId, reviewId }: { initiativeId: string; reviewId: string }) {
  const organisationId = useOrganisationId();
  const query = useQuery(gateReviewQuery(organisationId, reviewId));
  return (
    <InitiativeFrame
      initiativeId={initiativeId}
      place="gate"
      title={query.data === undefined ? undefined : statusWord(query.data)}
      isWaiting={query.isPending}
      subline={t`As it was read and signed.`}
      aside={
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to={route} params={{ organisationId, initiativeId }} {...props} />}
        >{t`The gate as it is now`}</Anchor>
      }
    >
      <ShownQuery query={query} failed={t`The review could not be loaded.`} height={760}>
        {(review) => <Former initiativeId={initiativeId} review={review} />}
      </ShownQuery>
    </InitiativeFrame>
  );
}

function Former({ initiativeId, review }: { initiativeId: string; review: GateReview }) {
  const { pack, overrides, digest } = review;
  return (
    <Stack gap="md" maw={1100}>
      <Paper withBorder p="md" component="section" aria-labelledby="gate-decided">
        <Title order={2} fz={18} mb="xs" id="gate-decided">{t`The decision`}</Title>
        <Stack gap="md">
          <Asked review={review} />
          {digest !== null && <Frozen digest={digest} />}
        </Stack>
      </Paper>
      {pack !== null && (
        <>
          <CriteriaCard initiativeId={initiativeId} pack={pack} overrides={overrides} isFrozen />
          <EvidenceCard initiativeId={initiativeId} pack={pack} isFrozen />
        </>
      )}
      <GateHistory initiativeId={initiativeId} />
    </Stack>
  );
}
