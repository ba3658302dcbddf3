import { Alert, Radio, Stack, Text } from "@mantine/core";
import type { ImportQuestion } from "@liftledger/contracts/import";

export interface QuestionsProps {
  questions: readonly ImportQuestion[];
  onAnswer: (questionId: string, value: string) => void;
}

/** What the file leaves open, asked as choices: a date that reads two ways is never guessed. */
export function Questions({ questions, onAnswer }: QuestionsProps) {
  return (
    <Alert variant="default" title="The file can be read in more than one way" role="alert">
      <Stack gap="md">
        {questions.map((question) =>
          question.choices.length === 0 ? (
            <Text size="sm" key={question.id}>
              {question.text} ({question.where})
            </Text>
          ) : (
            <Radio.Group
              key={question.id}
              name={question.id}
              label={question.text}
              description={question.where}
              onChange={(value) => onAnswer(question.id, value)}
            >
              <Stack gap={6} mt={6}>
                {question.choices.map((choice) => (
                  <Radio key={choice.value} value={choice.value} label={choice.label} />
                ))}
              </Stack>
            </Radio.Group>
          ),
        )}
      </Stack>
    </Alert>
  );
}
