import { Button, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { initiativeQuery } from "../initiative/setup-queries.ts";
import { LearningCard } from "./learning-card.tsx";
import { LearningForm } from "./learning-form.tsx";
import { learningsOfQuery } from "./queries.ts";
import { t } from "../../words.ts";

/** What was learned of an initiative, and one more; asked for where it ended and nothing is written. */
export function InitiativeLearnings({ initiativeId }: { initiativeId: string }) {
  const organisationId = useOrganisationId();
  const rows = useQuery(learningsOfQuery(organisationId, initiativeId)).data?.rows;
  const initiative = useQuery(initiativeQuery(organisationId, initiativeId)).data;
  const canWrite = (usePerson()?.role ?? "viewer") !== "viewer";
  const [isWriting, setWriting] = useState(false);
  if (rows === undefined || initiative === undefined) return null;
  const { status, outcome } = initiative;
  const ended = status === "graduated" || status === "retired" ? status : undefined;
  return (
    <Paper withBorder p="md" component="section" className="not-printed" aria-labelledby="learned">
      <Title order={2} fz={18} mb="sm" id="learned">{t`What was learned`}</Title>
      <Stack gap="sm">
        {rows.length === 0 && (
          <Text size="sm">
            {!canWrite
              ? t`Nothing is written yet.`
              : ended === undefined
                ? t`Nothing is written yet. When it ends, or a gate is decided, say what was expected and what happened.`
                : t`It has ended, and nobody has written yet what was learned: what was expected, what happened, what speaks against it.`}
          </Text>
        )}
        {rows.map((learning) => (
          <LearningCard key={learning.learningId} learning={learning} canWrite={canWrite} isOnItsPage />
        ))}
        {isWriting && (
          <LearningForm
            initiativeId={initiativeId}
            learning={undefined}
            first={{ occasion: ended ?? "under-way", kpiKeys: outcome === null ? [] : [outcome.kpiKey] }}
            onDone={() => setWriting(false)}
          />
        )}
        {canWrite && !isWriting && (
          <div>
            <Button variant="default" onClick={() => setWriting(true)}>{t`Write what was learned`}</Button>
          </div>
        )}
      </Stack>
    </Paper>
  );
}
