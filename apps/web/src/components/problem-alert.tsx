import { Alert, List, Text } from "@mantine/core";
import { ApiProblem } from "@liftledger/contracts/client";
import { IconAlertTriangle } from "@tabler/icons-react";
import { requestOf } from "./failed-request.ts";
import { problemText } from "./problem-text.ts";
import { formatSentence } from "./format-sentence.ts";
import { useSaid } from "./said-errors.ts";
import { t } from "../words.ts";

export interface ProblemAlertProps {
  /** "The benefit was not saved." */
  what: string;
  error: unknown;
}

/** Why something was not saved: the server's sentence, and each detail of it. What was typed stays. */
export function ProblemAlert({ what, error }: ProblemAlertProps) {
  useSaid(error);
  const details = error instanceof ApiProblem ? (error.problem.details ?? []) : [];
  const sentence = problemText(error);
  const request = requestOf(error);
  const more = details.filter((detail) => formatSentence(detail.message) !== sentence);
  return (
    <Alert
      variant="default"
      title={what}
      role="alert"
      icon={<IconAlertTriangle color="var(--mantine-color-error)" aria-hidden />}
    >
      <Text size="sm">{sentence}</Text>
      {request !== undefined && (
        <Text size="sm">{t`If it stays so, give whoever runs the server this number: ${request}`}</Text>
      )}
      {more.length > 0 && (
        <List size="sm" mt="xs">
          {more.map((detail) => (
            <List.Item key={`${detail.field} ${detail.message}`}>{formatSentence(detail.message)}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
