import { Button, Card, Divider, Group, Stack, Text } from "@mantine/core";
import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import type { Initiative } from "@liftledger/contracts/initiative";
import type { Kpi } from "@liftledger/contracts/kpi";
import type { Outcome, OutcomeSentence } from "@liftledger/kpis/outcome-sentence";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useDraft } from "../../components/use-draft.ts";
import { today } from "../../today.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { LearnedBefore } from "../learnings/learned-before.tsx";
import { InitiativeDetails } from "./initiative-details.tsx";
import {
  draftSentence,
  emptyInitiative,
  missingFields,
  newInitiative,
  withKpi,
  type InitiativeDraft,
} from "./initiative-draft.ts";
import { OutcomeForecastLines } from "./outcome-forecast-lines.tsx";
import { benchmarksQuery } from "./queries.ts";
import { SentenceBuilder } from "./sentence-builder.tsx";
import { WhatToExpect } from "./what-to-expect.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

export type UseCasePattern = EndpointOutput<"listUseCasePatterns">["rows"][number];

export interface NewInitiativeFormProps {
  kpis: readonly Kpi[];
  patterns: readonly UseCasePattern[];
  /** An idea that waits among the candidates. */
  isIdea: boolean;
  /** What the sentence begins with, where nothing is typed yet. */
  kpiKey: string | undefined;
}

/** The sentence, what it means, and who stands for it. */
export function NewInitiativeForm({ patterns, ...props }: NewInitiativeFormProps) {
  const { kpis, isIdea } = props;
  const { draft, empty, create, sentence, problems, kpi, change, submit } = useNewInitiative(props);
  const pattern = patterns.find((one) => one.key === draft.value.useCasePattern);
  const benchmarks = useQuery(benchmarksQuery(useOrganisationId()));
  const asked = benchmarks.data?.rows.find((one) => one.phase === draft.value.phase)?.inForce;
  const refused = problems["outcome.change"];
  return (
    <Card withBorder padding="lg">
      <Form onSend={submit}>
        <Stack gap="md">
          <SentenceBuilder
            draft={draft.value}
            kpis={kpis}
            problems={problems}
            onChange={change}
            {...usualKpis(pattern)}
          />
          {refused !== undefined && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {refused}
            </Text>
          )}
          <Divider />
          <LiveSentence sentence={sentence} kpi={kpi} />
          {kpi !== undefined && (
            <OutcomeForecastLines
              key={kpi.key}
              draft={draft.value}
              kpi={kpi}
              asked={asked}
              onChange={change}
            />
          )}
          <WhatToExpect kpi={kpi} phase={draft.value.phase} />
          {kpi !== undefined && <LearnedBefore kpi={kpi} />}
          <Divider />
          <InitiativeDetails
            draft={draft.value}
            patterns={patterns}
            problems={problems}
            isIdea={isIdea}
            onChange={change}
          />
          {create.error !== null && (
            <ProblemAlert
              what={isIdea ? t`The idea was not entered.` : t`The initiative was not created.`}
              error={create.error}
            />
          )}
          <Group gap="sm">
            <Button type="submit" loading={create.pending}>
              {isIdea ? t`Enter the idea` : t`Create the initiative`}
            </Button>
            <Button variant="default" onClick={() => draft.clear(empty)}>{t`Start over`}</Button>
            {draft.restored && <Text size="sm" c="dimmed">{t`What you typed before is still here.`}</Text>}
          </Group>
        </Stack>
      </Form>
    </Card>
  );
}

/** The draft of a new initiative, what is wrong with it, and how it is created. */
function useNewInitiative({ kpis, isIdea, kpiKey }: Omit<NewInitiativeFormProps, "patterns">) {
  const organisationId = useOrganisationId();
  const navigate = useNavigate();
  const [empty] = useState(() =>
    withKpi(
      emptyInitiative(today(), isIdea ? "foundation" : "pilots"),
      kpis.find(({ key }) => key === kpiKey),
    ),
  );
  const draft = useDraft<InitiativeDraft>(`${isIdea ? "idea" : "new"}:${organisationId}`, empty);
  const [asked, setAsked] = useState(false);
  const create = useWrite<InitiativeDraft, Initiative>(
    (client, typed, idempotencyKey) =>
      client.call("createInitiative", {
        body: { ...newInitiative(typed, readerLocale), ...(isIdea ? { status: "candidate" as const } : {}) },
        idempotencyKey,
      }),
    ({ initiativeId }) => {
      draft.clear(empty);
      if (isIdea) void navigate({ to: "/$organisationId/candidates", params: { organisationId } });
      else
        void navigate({
          to: "/$organisationId/initiatives/$initiativeId",
          params: { organisationId, initiativeId },
        });
    },
  );
  const kpi = kpis.find((one) => one.key === draft.value.kpiKey);
  const sentence = draftSentence(draft.value, kpi, readerLocale, useOutcomeSentence(kpi !== undefined));
  const refused = sentence?.kind === "refused" ? { [`outcome.${sentence.field}`]: sentence.reason } : {};
  const missing = missingFields(draft.value);
  return {
    draft,
    empty,
    create,
    kpi,
    sentence,
    problems: { ...fieldProblems(create.error), ...(asked ? missing : {}), ...refused } as Record<
      string,
      string
    >,
    change(next: InitiativeDraft) {
      if (create.error !== null) create.reset();
      draft.set(next);
    },
    submit() {
      setAsked(true);
      if (Object.keys({ ...missing, ...refused }).length === 0) create.send(draft.value);
    },
  };
}

/** The check of a sentence, with its exact arithmetic, fetched when the first KPI is chosen. */
function useOutcomeSentence(isNeeded: boolean) {
  const [check, setCheck] = useState<{ sentence: (outcome: Outcome) => OutcomeSentence }>();
  useEffect(() => {
    if (!isNeeded) return;
    void import("@liftledger/kpis/outcome-sentence").then((module) =>
      setCheck({ sentence: module.outcomeSentence }),
    );
  }, [isNeeded]);
  return check?.sentence;
}

function LiveSentence({ sentence, kpi }: { sentence: OutcomeSentence | undefined; kpi: Kpi | undefined }) {
  return (
    <div aria-live="polite">
      {sentence?.kind === "sentence" ? (
        <Text fz={20} fw={700} lh={1.35}>
          “{formatSentence(sentence.text)}.”
        </Text>
      ) : (
        <Text c="dimmed" lh={1.65}>
          {kpi?.sentence ?? t`Which number shall change, which way, by how much, until when?`}
        </Text>
      )}
    </div>
  );
}

function usualKpis(pattern: UseCasePattern | undefined) {
  if (pattern === undefined || pattern.usualKpis.length === 0) return {};
  return { first: { words: t`Usual for ${pattern.name.toLowerCase()}`, keys: pattern.usualKpis } };
}
