import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import type { CaseComment } from "@liftledger/contracts/business-case";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { formatInstant } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { usePerson } from "../../use-session.ts";
import { useWrite } from "../../use-write.ts";
import { fieldNames } from "../cases/plan-words.ts";
import type { CasePlace } from "./queries.ts";
import { t } from "../../words.ts";

interface CommentThreadProps {
  place: CasePlace;
  /** Null for what is said of the whole. */
  lineId: string | null;
  /** What it is about: the line's name, or the case. */
  about: string;
  comments: readonly CaseComment[];
}

/** What was said of a line or of the whole, with the answers to it, and the field to say more. */
export function CommentThread({ place, lineId, about, comments }: CommentThreadProps) {
  const own = comments.filter((comment) => comment.lineId === lineId);
  const role = usePerson()?.role ?? "viewer";
  const draft = useDraft(`case-comment:${place.caseId}:${place.number}:${lineId ?? ""}`, "");
  const [isOpen, setOpen] = useState(draft.restored);
  const write = useWrite<string, CaseComment>(
    (client, text, idempotencyKey) =>
      client.call("addCaseComment", { params: { ...place }, body: { lineId, text }, idempotencyKey }),
    () => {
      draft.clear();
      setOpen(false);
    },
  );
  const label = lineId === null ? t`Comment on the whole` : t`Comment on ${about}`;
  const answer = lineId === null ? t`Answer what is said of the whole` : t`Answer what is said of ${about}`;
  return (
    <Stack gap="xs" mt={own.length > 0 || isOpen ? "sm" : 4}>
      {own.map((comment) => (
        <Comment key={comment.commentId} comment={comment} canResolve={role !== "viewer"} />
      ))}
      {isOpen ? (
        <Form
          onSend={() => {
            if (draft.value.trim() !== "") write.send(draft.value.trim());
          }}
        >
          <Stack gap="xs" maw={640}>
            <Textarea
              label={own.length > 0 ? answer : label}
              autoFocus
              autosize
              minRows={2}
              maxLength={2000}
              value={draft.value}
              onChange={({ currentTarget }) => draft.set(currentTarget.value)}
            />
            {write.error !== null && (
              <ProblemAlert what={t`The comment was not added.`} error={write.error} />
            )}
            <Group gap="xs">
              <Button
                type="submit"
                size="xs"
                loading={write.pending}
                disabled={draft.value.trim() === ""}
              >{t`Add the comment`}</Button>
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  draft.clear();
                  setOpen(false);
                }}
              >{t`Cancel`}</Button>
            </Group>
          </Stack>
        </Form>
      ) : (
        role !== "viewer" && (
          <div className="not-printed">
            <Button
              variant="subtle"
              size="compact-sm"
              px={0}
              aria-label={own.length > 0 ? answer : label}
              onClick={() => setOpen(true)}
            >
              {own.length > 0 ? t`Answer` : t`Comment`}
            </Button>
          </div>
        )
      )}
    </Stack>
  );
}

function Comment({ comment, canResolve }: { comment: CaseComment; canResolve: boolean }) {
  const { commentId, version, text, field, createdBy, createdAt, resolvedAt, resolvedBy } = comment;
  const write = useWrite<boolean, CaseComment>((client, isResolved, idempotencyKey) =>
    client.call("resolveCaseComment", {
      params: { commentId },
      body: { version, isResolved },
      idempotencyKey,
    }),
  );
  const isResolved = resolvedAt !== null;
  const namesOf: Readonly<Record<string, string>> = fieldNames;
  const where = field === null ? null : (namesOf[field] ?? field);
  return (
    <div
      style={{
        borderInlineStart: `3px solid var(${isResolved ? "--ll-band-edge" : "--ll-watch"})`,
        paddingInlineStart: 12,
      }}
    >
      <Text size="sm" fw={600}>
        {where === null ? createdBy : t`${createdBy} on ${where}`}
        <Text span size="sm" c="dimmed" fw={400} ml={8}>
          {formatInstant(createdAt)}
        </Text>
      </Text>
      <Text size="sm" style={{ whiteSpace: "pre-wrap" }}>
        {text}
      </Text>
      <Group gap="sm">
        <Text size="sm" c="dimmed">
          {isResolved
            ? t`Dealt with: ${resolvedBy ?? ""}, ${formatInstant(resolvedAt)}`
            : t`Not dealt with yet`}
        </Text>
        {canResolve && (
          <Button
            className="not-printed"
            variant="subtle"
            size="compact-sm"
            loading={write.pending}
            aria-label={isResolved ? t`Open again: ${text}` : t`It is dealt with: ${text}`}
            onClick={() => write.send(!isResolved)}
          >
            {isResolved ? t`Open again` : t`It is dealt with`}
          </Button>
        )}
      </Group>
      {write.error !== null && <ProblemAlert what={t`The comment was not changed.`} error={write.error} />}
    </div>
  );
}
