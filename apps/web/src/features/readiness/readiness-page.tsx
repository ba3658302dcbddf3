import type { Readiness } from "@liftledger/contracts/readiness";
import { NativeSelect, Paper, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { InitiativeFrame } from "../governance/initiative-frame.tsx";
import { phaseNames } from "../verdict/verdict-look.ts";
import { GapsCard } from "./gaps-card.tsx";
import { readinessQuery, type Into } from "./queries.ts";
import { QuestionCard } from "./question-card.tsx";
import { intoPhases } from "./readiness-words.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

const route = "/$organisationId/initiatives/$initiativeId/readiness";

/** Ten plain questions about an initiative, answered with what shows it, against what the next phase needs. */
export function ReadinessPage() {
  const organisationId = useOrganisationId();
  const { initiativeId } = useParams({ from: route });
  const { into, asOf } = useSearch({ from: route });
  const query = useQuery(readinessQuery(organisationId, initiativeId, { into, asOf }));
  const data = query.data?.initiativeId === initiativeId ? query.data : undefined;
  return (
    <InitiativeFrame
      initiativeId={initiativeId}
      place="readiness"
      title={data === undefined ? undefined : formatSentence(data.sentence.replace(/\.$/, ""))}
      isWaiting={query.isPending}
      subline={t`Five gaps lie between a pilot and production. Two questions each, scored 0 to 5 with what shows it; every answer is kept.`}
      aside={data === undefined ? null : <PhaseChoice into={data.into} />}
    >
      <ShownQuery query={query} failed={t`Readiness could not be loaded.`} height={620}>
        {(readiness) => <Gaps readiness={readiness} isPast={asOf !== undefined} />}
      </ShownQuery>
    </InitiativeFrame>
  );
}

function PhaseChoice({ into }: { into: Into }) {
  const navigate = useNavigate({ from: route });
  return (
    <NativeSelect
      label={t`Ready for`}
      w={150}
      value={into}
      data={intoPhases.map((value) => ({ value, label: phaseNames[value] }))}
      onChange={({ currentTarget }) =>
        void navigate({
          search: (before) => ({ ...before, into: intoPhases.find((one) => one === currentTarget.value) }),
          replace: true,
        })
      }
    />
  );
}

function Gaps({ readiness, isPast }: { readiness: Readiness; isPast: boolean }) {
  const { initiativeId, into, gaps, questions } = readiness;
  const role = usePerson()?.role ?? "viewer";
  // What was known at an earlier instant is looked at, not written.
  const canAnswer = role !== "viewer" && !isPast;
  return (
    <Stack gap="md" maw={1100}>
      <GapsCard readiness={readiness} />
      {gaps.map(({ key, name }) => (
        <Paper key={key} withBorder p="md" component="section" aria-labelledby={`gap-${key}`}>
          <Title order={2} fz={18} mb="sm" id={`gap-${key}`}>
            {name}
          </Title>
          <Stack gap="lg">
            {questions
              .filter(({ gap }) => gap === key)
              .map((question) => (
                <QuestionCard
                  key={`${initiativeId} ${question.question}`}
                  initiativeId={initiativeId}
                  question={question}
                  into={into}
                  canAnswer={canAnswer}
                />
              ))}
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}
