import { Anchor, List, Paper, Text, Title } from "@mantine/core";
import type { GateReviewHead } from "@liftledger/contracts/gate";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatInstant } from "../../components/format-date.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { statusWord } from "./gate-words.ts";
import { gateReviewsQuery } from "./queries.ts";
import { t } from "../../words.ts";

/** Every review of the initiative's gates, the latest first: what was decided, by whom, and what was let pass. */
export function GateHistory({ initiativeId }: { initiativeId: string }) {
  const organisationId = useOrganisationId();
  const rows = useQuery(gateReviewsQuery(organisationId, initiativeId)).data?.rows ?? [];
  const ended = rows.filter(({ status }) => status !== "open" && status !== "signed");
  if (ended.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="gate-history">
      <Title order={2} fz={18} mb="xs" id="gate-history">{t`Gates before`}</Title>
      {ended.map((review) => (
        <div key={review.reviewId}>
          {review.digest === null ? (
            <Text fw={600}>{statusWord(review)}</Text>
          ) : (
            <Anchor
              fw={600}
              renderRoot={(props) => (
                <Link
                  to="/$organisationId/initiatives/$initiativeId/gate"
                  params={{ organisationId, initiativeId }}
                  search={{ review: review.reviewId }}
                  {...props}
                />
              )}
            >
              {statusWord(review)}
            </Anchor>
          )}
          <List size="sm" mb="sm">
            {deedsOf(review).map((deed) => (
              <List.Item key={deed}>{deed}</List.Item>
            ))}
          </List>
        </div>
      ))}
    </Paper>
  );
}

function deedsOf({
  status,
  openedBy,
  openedAt,
  reason,
  signatures,
  overrides,
  endedBy,
  endedAt,
  endReason,
}: GateReviewHead) {
  const at = (instant: string | null) => (instant === null ? "" : formatInstant(instant));
  if (status === "passed-by") return [t`Recorded by ${openedBy}, ${at(openedAt)}: “${reason}”`];
  return [
    t`Asked for by ${openedBy}, ${at(openedAt)}: “${reason}”`,
    ...overrides.map(({ question, by, reason: why }) => t`${by} let “${question}” pass: “${why}”`),
    ...signatures.map(({ signedBy, signedAt }) => t`Signed by ${signedBy}, ${at(signedAt)}`),
    ...(status === "withdrawn"
      ? [t`Withdrawn by ${endedBy ?? ""}, ${at(endedAt)}: “${endReason ?? ""}”`]
      : []),
  ];
}
