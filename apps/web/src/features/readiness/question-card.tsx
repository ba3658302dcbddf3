import { Box, Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { readDraft } from "../../components/draft-store.ts";
import { formatInstant } from "../../components/format-date.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { phaseNames } from "../verdict/verdict-look.ts";
import { AnswerForm, answerDraftKey } from "./answer-form.tsx";
import { AnswerHistory } from "./answer-history.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { Proposal } from "./proposal.tsx";
import type { Into, Question } from "./queries.ts";
import { ScoreBar } from "./score-bar.tsx";
import { t } from "../../words.ts";

export interface QuestionCardProps {
  initiativeId: string;
  question: Question;
  into: Into;
  canAnswer: boolean;
}

/** One question: how it is scored against what the phase needs, what shows it, and its answer in place. */
export function QuestionCard({ initiativeId, question, into, canAnswer }: QuestionCardProps) {
  const { question: key, asks, score, needed, isClosed, answeredAt, answeredBy, evidence } = question;
  const organisationId = useOrganisationId();
  // Somebody was typing here before the page was left.
  const [isOpen, setOpen] = useState(
    () =>
      canAnswer && readDraft(localStorage, answerDraftKey(organisationId, initiativeId, key)) !== undefined,
  );
  const [showsHistory, setShowsHistory] = useState(false);
  const phase = phaseNames[into];
  return (
    <Box component="section" aria-labelledby={`question-${key}`}>
      <Group gap="md" align="flex-start" justify="space-between">
        <Box flex="1 1 340px" miw={0}>
          <Text fw={600} id={`question-${key}`} component="h3" fz="md" m={0}>
            {asks}
          </Text>
          <Text size="sm" c="dimmed">
            {isClosed
              ? t`${score} of 5; ${phase} needs ${needed}. Closed.`
              : t`${score} of 5; ${phase} needs ${needed}.`}{" "}
            {answeredAt === null
              ? t`Nobody has answered it yet.`
              : t`Answered by ${answeredBy ?? ""}, ${formatInstant(answeredAt)}.`}
          </Text>
        </Box>
        <Box w={{ base: "100%", sm: 220 }}>
          <ScoreBar score={score} needed={needed} />
        </Box>
      </Group>
      {evidence.length > 0 && !isOpen && <EvidenceList initiativeId={initiativeId} evidence={evidence} />}
      {!isClosed && !isOpen && (
        <Text size="sm" mt={4}>
          {t`To do: ${question.todo}.`} <Text span c="dimmed">{t`Shown by: ${question.shownBy}.`}</Text>
        </Text>
      )}
      {!isOpen && <Proposal initiativeId={initiativeId} question={question} canAnswer={canAnswer} />}
      {isOpen ? (
        <AnswerForm initiativeId={initiativeId} question={question} onDone={() => setOpen(false)} />
      ) : (
        <Group gap="xs" mt="xs" className="not-printed">
          {canAnswer && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={answeredAt === null ? t`Answer: ${asks}` : t`Answer anew: ${asks}`}
              onClick={() => setOpen(true)}
            >
              {answeredAt === null ? t`Answer` : t`Answer anew`}
            </Button>
          )}
          {answeredAt !== null && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={showsHistory}
              aria-label={t`Every answer to: ${asks}`}
              onClick={() => setShowsHistory((before) => !before)}
            >{t`Every answer`}</Button>
          )}
        </Group>
      )}
      {showsHistory && <AnswerHistory initiativeId={initiativeId} question={key} />}
    </Box>
  );
}
