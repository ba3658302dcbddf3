import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatInstant } from "../../components/format-date.ts";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { answersQuery, type QuestionKey } from "./queries.ts";
import { scoreNames } from "./readiness-words.ts";
import { t } from "../../words.ts";

/** Every answer to a question, the latest first: nothing that was answered is ever taken away. */
export function AnswerHistory({ initiativeId, question }: { initiativeId: string; question: QuestionKey }) {
  const query = useQuery(answersQuery(useOrganisationId(), initiativeId, question));
  return (
    <ShownQuery query={query} failed={t`The earlier answers could not be loaded.`} height={80}>
      {({ rows }) => (
        <Stack gap="xs" mt="xs" component="ol" p={0} m={0} style={{ listStyle: "none" }}>
          {rows.map((answer) => (
            <li key={answer.answerId}>
              <Text size="sm" className="tabular">
                {[scoreNames[answer.score], answer.answeredBy, formatInstant(answer.answeredAt)].join(" · ")}
              </Text>
              {answer.evidence.length > 0 && (
                <EvidenceList initiativeId={initiativeId} evidence={answer.evidence} />
              )}
            </li>
          ))}
        </Stack>
      )}
    </ShownQuery>
  );
}
