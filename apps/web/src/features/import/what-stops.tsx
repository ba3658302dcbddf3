import { Alert, List } from "@mantine/core";
import type { ImportPreview } from "@liftledger/contracts/import";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

export interface WhatStopsProps {
  unfinished: readonly string[];
  answer: ImportPreview | undefined;
  error: Error | null;
}

/** Why there is no preview: something to choose, a file that is refused, a server that failed. */
export function WhatStops({ unfinished, answer, error }: WhatStopsProps) {
  return (
    <>
      {unfinished.length > 0 && (
        <Alert variant="default" role="alert" title={t`Something is still to be chosen`}>
          <List size="sm">
            {unfinished.map((words) => (
              <List.Item key={words}>{words}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {error !== null && <ProblemAlert what={t`The file was not read.`} error={error} />}
      {answer?.kind === "refused" && (
        <Alert variant="default" role="alert" title={t`The file cannot be imported like this`}>
          <List size="sm">
            {answer.problems.map((problem) => (
              <List.Item key={`${problem.place} ${problem.rule}`}>
                {formatSentence(problem.message)} ({problem.place})
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}
