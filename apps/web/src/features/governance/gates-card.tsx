import { Anchor, Button, List, Paper, Stack, Text, Title } from "@mantine/core";
import type { GateCounts, GateReviewHead } from "@liftledger/contracts/gate";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FailedQuery } from "../../components/failed-query.tsx";
import { formatInstant } from "../../components/format-date.ts";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { form, plural, t } from "../../words.ts";
import { gateCountsQuery, passedReviewsQuery } from "../findings/queries.ts";
import { decisionNames, statusWord } from "../gate/gate-words.ts";

/** What gates decided, which criteria were let pass and which phases entered without a gate; where each was. */
export function GatesCard() {
  const query = useQuery(gateCountsQuery(useOrganisationId()));
  const [isOpen, setOpen] = useState(false);
  if (query.isError)
    return (
      <FailedQuery
        what={t`What gates decided could not be loaded.`}
        error={query.error}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  const counts = query.data;
  if (counts === undefined) return null;
  const { overrides, overridesByCriterion, withoutGate } = counts;
  const decided = decidedWords(counts);
  if (decided === "" && withoutGate === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="gates">
      <Title order={2} fz={18} mb="xs" id="gates">{t`What gates decided, and what passed without`}</Title>
      <Stack gap={4}>
        <Text size="sm">{decided === "" ? t`No gate is decided yet.` : t`Decided: ${decided}.`}</Text>
        <Text size="sm">
          {overrides === 0
            ? t`No criterion was let pass.`
            : plural(
                overrides,
                form`${overrides} criterion was let pass by name:`,
                form`${overrides} criteria were let pass by name:`,
              )}
        </Text>
        {overrides > 0 && (
          <List size="sm">
            {overridesByCriterion.map(({ criterion, question, count }) => (
              <List.Item key={criterion}>
                {plural(count, form`${question} ${count} time`, form`${question} ${count} times`)}
              </List.Item>
            ))}
          </List>
        )}
        <Text size="sm">
          {withoutGate === 0
            ? t`Every phase was entered through its gate.`
            : plural(
                withoutGate,
                form`${withoutGate} phase was entered without a gate.`,
                form`${withoutGate} phases were entered without a gate.`,
              )}
        </Text>
      </Stack>
      {overrides + withoutGate > 0 && (
        <Button mt="sm" size="xs" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t`Hide where that was` : t`Show where that was`}
        </Button>
      )}
      {isOpen && <Where />}
    </Paper>
  );
}

/** "Advance 2, Hold 1"; nothing where none is decided. */
function decidedWords({ decided }: GateCounts): string {
  const kinds = Object.keys(decisionNames) as (keyof typeof decisionNames)[];
  return kinds
    .filter((kind) => decided[kind] > 0)
    .map((kind) => `${decisionNames[kind]} ${decided[kind]}`)
    .join(", ");
}

/** Each gate at which something was let pass, and each phase that was entered without one. */
function Where() {
  const organisationId = useOrganisationId();
  const query = useQuery(passedReviewsQuery(organisationId));
  return (
    <ShownQuery query={query} failed={t`The gates could not be loaded.`} height={120}>
      {(reviews) => (
        <List size="sm" mt="sm" spacing={6}>
          {reviews.map((review) => (
            <List.Item key={review.reviewId}>
              <Anchor
                size="sm"
                renderRoot={(props) => (
                  <Link
                    to="/$organisationId/initiatives/$initiativeId/gate"
                    params={{ organisationId, initiativeId: review.initiativeId }}
                    search={review.digest === null ? {} : { review: review.reviewId }}
                    {...props}
                  />
                )}
              >
                {`${review.initiative}: ${statusWord(review)}`}
              </Anchor>
              {whyPassed(review).map((line) => (
                <Text key={line} size="sm" c="dimmed">
                  {line}
                </Text>
              ))}
            </List.Item>
          ))}
        </List>
      )}
    </ShownQuery>
  );
}

function whyPassed({ status, overrides, openedBy, openedAt, reason }: GateReviewHead): string[] {
  if (status === "passed-by") return [t`Recorded by ${openedBy}, ${formatInstant(openedAt)}: “${reason}”`];
  return overrides.map(({ question, by, reason: why }) => t`${by} let “${question}” pass: “${why}”`);
}
