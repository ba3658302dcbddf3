import {
  Anchor,
  Button,
  Card,
  Group,
  NativeSelect,
  Paper,
  Skeleton,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import type { LearningPrompt } from "@liftledger/contracts/learning";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { kpisQuery } from "../../ledger-queries.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { ShowMore } from "../../components/show-more.tsx";
import { readLearningsSearch, type LearningsSearch } from "../../search-params.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { SavedViewsButton } from "../saved-views/saved-views-button.tsx";
import { gateDecided } from "./gate-decided.ts";
import { LearningCard } from "./learning-card.tsx";
import { LearningForm } from "./learning-form.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { occasionNames } from "./learning-words.ts";
import { learningsQuery, promptsQuery } from "./queries.ts";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { t } from "../../words.ts";

const route = "/$organisationId/learnings";

/** What was learned of initiatives, to be found before the next one repeats it. */
export function LearningsPage() {
  const organisationId = useOrganisationId();
  const search = useSearch({ from: route });
  // The filter keeps what is typed to itself: a saved view begins it anew.
  const [applied, setApplied] = useState(0);
  const query = useInfiniteQuery(learningsQuery(organisationId, search));
  const rows = query.data?.pages.flatMap((page) => page.rows);
  const canWrite = (usePerson()?.role ?? "viewer") !== "viewer";
  const isFiltered = search.q !== undefined || search.kpi !== undefined;
  return (
    <>
      <PageHeader
        title={t`What was learned`}
        subline={t`What was expected of an initiative, what happened, and what speaks against it. Whoever states the next sentence with the same KPI sees it beside.`}
      />
      <Stack gap="md" maw={1100}>
        <Prompts canWrite={canWrite} />
        {(rows?.length !== 0 || isFiltered) && (
          <Filters key={applied} search={search} onApplied={() => setApplied((times) => times + 1)} />
        )}
        {query.isError && (
          <FailedQuery
            what={t`What was learned could not be loaded.`}
            error={query.error}
            onRetry={() => void query.refetch()}
            showsOlderData={rows !== undefined}
          />
        )}
        {query.isPending && <Skeleton height={320} radius="md" />}
        {rows?.length === 0 && <Nothing isFiltered={isFiltered} />}
        {rows?.map((learning) => (
          <LearningCard key={learning.learningId} learning={learning} canWrite={canWrite} />
        ))}
        <ShowMore query={query}>{t`Show more`}</ShowMore>
      </Stack>
    </>
  );
}

/** What ended or came through a gate, and of which nobody has written yet what was learned. */
function Prompts({ canWrite }: { canWrite: boolean }) {
  const { data } = useQuery(promptsQuery(useOrganisationId()));
  const [writing, setWriting] = useState<string>();
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="to-be-written">
      <Title order={2} fz={18} mb="xs" id="to-be-written">{t`Still to be written`}</Title>
      <Stack gap="sm">
        {data.rows.map((prompt) =>
          writing === prompt.initiativeId ? (
            <Stack key={prompt.initiativeId} gap="xs">
              <Text fw={600}>{prompt.name}</Text>
              <LearningForm
                initiativeId={prompt.initiativeId}
                learning={undefined}
                first={{
                  occasion: prompt.occasion,
                  kpiKeys: prompt.kpiKey === null ? [] : [prompt.kpiKey],
                }}
                onDone={() => setWriting(undefined)}
              />
            </Stack>
          ) : (
            <PromptLine
              key={prompt.initiativeId}
              prompt={prompt}
              onWrite={canWrite ? () => setWriting(prompt.initiativeId) : undefined}
            />
          ),
        )}
      </Stack>
    </Paper>
  );
}

function PromptLine({ prompt, onWrite }: { prompt: LearningPrompt; onWrite: (() => void) | undefined }) {
  const { initiativeId, name, sentence, occasion, gate } = prompt;
  return (
    <Group justify="space-between" gap="sm">
      <div style={{ flex: "1 1 280px", minWidth: 0 }}>
        <InitiativeLink initiativeId={initiativeId}>{name}</InitiativeLink>
        <Text size="sm" c="dimmed">
          “{formatSentence(sentence)}” ·{" "}
          {gate === null ? occasionNames[occasion] : <GateLink prompt={prompt} gate={gate} />}
        </Text>
      </div>
      {onWrite !== undefined && (
        <Button
          size="xs"
          variant="default"
          onClick={onWrite}
          aria-label={t`Write what was learned of ${name}`}
        >{t`Write what was learned`}</Button>
      )}
    </Group>
  );
}

/** The gate that was decided, as it was signed. */
function GateLink({
  prompt: { initiativeId },
  gate,
}: {
  prompt: LearningPrompt;
  gate: NonNullable<LearningPrompt["gate"]>;
}) {
  const organisationId = useOrganisationId();
  return (
    <Anchor
      inherit
      renderRoot={(props) => (
        <Link
          to="/$organisationId/initiatives/$initiativeId/gate"
          params={{ organisationId, initiativeId }}
          search={{ review: gate.reviewId }}
          {...props}
        />
      )}
    >
      {gateDecided(gate)}
    </Anchor>
  );
}

function Filters({ search, onApplied }: { search: LearningsSearch; onApplied: () => void }) {
  const organisationId = useOrganisationId();
  const navigate = useNavigate({ from: route });
  const kpis = useQuery(kpisQuery(organisationId)).data?.rows ?? [];
  const [typed, setTyped] = useState(search.q ?? "");
  useEffect(() => {
    // What is typed quickly is asked for once.
    const waiting = setTimeout(() => {
      const q = typed.trim();
      if (q === (search.q ?? "")) return;
      void navigate({ search: ({ q: _q, ...rest }) => (q === "" ? rest : { ...rest, q }), replace: true });
    }, 250);
    return () => clearTimeout(waiting);
  }, [typed, search.q, navigate]);
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        label={t`Words that it holds`}
        type="search"
        w={{ base: "100%", xs: 360 }}
        maxLength={200}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <NativeSelect
        label={t`KPI`}
        w={{ base: "100%", xs: 280 }}
        value={search.kpi ?? ""}
        data={[{ value: "", label: t`All` }, ...kpis.map(({ key, name }) => ({ value: key, label: name }))]}
        onChange={({ currentTarget: { value } }) =>
          void navigate({
            search: ({ kpi: _kpi, ...rest }) => (value === "" ? rest : { ...rest, kpi: value }),
            replace: true,
          })
        }
      />
      <SavedViewsButton page="learnings" read={readLearningsSearch} onApplied={onApplied} size="sm" />
    </Group>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const organisationId = useOrganisationId();
  return (
    <Card withBorder padding="md">
      <Text maw={640}>
        {isFiltered
          ? t`Nothing that was learned is like that.`
          : t`Nothing is written yet. When an initiative ends, or its gate is decided, it is asked for here; on the page of an initiative it can be written at any time.`}{" "}
        {isFiltered && (
          <Anchor
            renderRoot={(props) => <Link to={route} params={{ organisationId }} search={{}} {...props} />}
          >{t`Show all`}</Anchor>
        )}
      </Text>
    </Card>
  );
}
