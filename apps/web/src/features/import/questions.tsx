import { Alert, Button, Radio, Stack, Text, TextInput } from "@mantine/core";
import type { ImportQuestion } from "@liftledger/contracts/import";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { t } from "../../words.ts";

/** Answers by the question's id. */
export type Answers = Readonly<Record<string, string>>;

export interface QuestionsProps {
  questions: readonly ImportQuestion[];
  onAnswer: (answers: Answers) => void;
}

/** What the file leaves open, asked as choices: a date that reads two ways is never guessed. */
export function Questions({ questions, onAnswer }: QuestionsProps) {
  const [answers, setAnswers] = useState<Answers>({});
  const asked = questions.filter((question) => question.choices.length > 0 || asksForDay(question));
  const isReady = asked.length > 0 && asked.every(({ id }) => (answers[id] ?? "") !== "");
  return (
    <Alert variant="default" title={t`The file can be read in more than one way`} role="alert">
      <Form onSend={() => isReady && onAnswer(answers)}>
        <Stack gap="md">
          {questions.map((question) => (
            <Question
              key={question.id}
              question={question}
              value={answers[question.id] ?? ""}
              onChange={(value) => setAnswers({ ...answers, [question.id]: value })}
            />
          ))}
          {asked.length > 0 && (
            <div>
              <Button type="submit" disabled={!isReady}>{t`Read it like that`}</Button>
            </div>
          )}
        </Stack>
      </Form>
    </Alert>
  );
}

/** A question without choices is answered with a day, or by another file. */
function asksForDay({ id, choices }: ImportQuestion): boolean {
  return choices.length === 0 && (id === "report-date" || id.startsWith("start-date:"));
}

interface QuestionProps {
  question: ImportQuestion;
  value: string;
  onChange: (value: string) => void;
}

function Question({ question, value, onChange }: QuestionProps) {
  if (asksForDay(question))
    return (
      <TextInput
        type="date"
        name={question.id}
        label={question.text}
        description={question.where}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        maw={480}
      />
    );
  if (question.choices.length === 0)
    return (
      <Text size="sm">
        {question.text} ({question.where})
      </Text>
    );
  return (
    <Radio.Group
      name={question.id}
      label={question.text}
      description={question.where}
      value={value}
      onChange={onChange}
    >
      <Stack gap={6} mt={6}>
        {question.choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
