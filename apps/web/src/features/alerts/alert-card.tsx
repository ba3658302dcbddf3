import type { Alert } from "@liftledger/contracts/alert";
import { Anchor, Badge, Button, Card, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { readDraft } from "../../components/draft-store.ts";
import { formatDate, formatInstant, formatPeriod } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { useWrite } from "../../use-write.ts";
import { alertPlace } from "./alert-place.ts";
import { SnoozeForm, snoozeDraftKey } from "./snooze-form.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../words.ts";

/** What was seen, since when, what to do, and who was told. */
export function AlertCard({ alert }: { alert: Alert }) {
  const { alertId, isMine, readAt, endedAt, snooze } = alert;
  const mark = useWrite((client, read: boolean, idempotencyKey) =>
    client.call("markAlert", { params: { alertId }, body: { read }, idempotencyKey }),
  );
  const text = formatSentence(alert.text);
  const back = useWrite((client, params: { alertId: string }, idempotencyKey) =>
    client.call("unsnoozeAlert", { params, idempotencyKey }),
  );
  const mayPutOff = (usePerson()?.role ?? "viewer") !== "viewer" && endedAt === null;
  const organisationId = useOrganisationId();
  const [putting, setPutting] = useState(
    () => readDraft(localStorage, snoozeDraftKey(organisationId, alertId)) !== undefined,
  );
  const isNew = isMine && readAt === null && endedAt === null && snooze === null;
  return (
    <Card withBorder padding="md" component="li">
      <Group justify="space-between" align="flex-start" gap="md" wrap="wrap">
        <Stack gap={6} maw={720}>
          <Group gap="xs">
            <Badge
              variant={endedAt === null ? "filled" : "default"}
              color={endedAt === null ? "#b4470b" : "gray"}
            >
              {alert.name}
            </Badge>
            {isNew && <Badge variant="light" color="blue">{t`New for you`}</Badge>}
            <PlaceLink alert={alert} />
          </Group>
          <Text fw={isNew ? 600 : 400}>{text}</Text>
          {endedAt === null ? (
            <Text size="sm">{alert.whatToDo}</Text>
          ) : (
            <Text size="sm">{t`Over since ${formatInstant(endedAt)}: ${formatSentence(alert.endText ?? "")}`}</Text>
          )}
          <Text size="sm" c="dimmed">
            {alert.told.length === 0
              ? t`Since ${formatInstant(alert.since)}. Nobody was told.`
              : t`Since ${formatInstant(alert.since)}. Told: ${alert.told.join(", ")}.`}
          </Text>
          {snooze !== null && (
            <Text size="sm">
              {t`Put off until ${formatDate(snooze.backOn)} by ${snooze.by}: “${snooze.reason}”`}
            </Text>
          )}
          {mark.error !== null && <ProblemAlert what={t`It was not marked.`} error={mark.error} />}
          {back.error !== null && <ProblemAlert what={t`It was not brought back.`} error={back.error} />}
        </Stack>
        <Group gap="xs" className="not-printed">
          {mayPutOff && snooze !== null && (
            <Button
              size="xs"
              variant="default"
              loading={back.pending}
              aria-label={t`Bring it back: ${text}`}
              onClick={() => back.send({ alertId })}
            >{t`Bring it back`}</Button>
          )}
          {mayPutOff && snooze === null && !putting && (
            <Button
              size="xs"
              variant="default"
              aria-label={t`Put off: ${text}`}
              onClick={() => setPutting(true)}
            >{t`Put off`}</Button>
          )}
          {isMine && endedAt === null && snooze === null && (
            <Button
              size="xs"
              variant="default"
              loading={mark.pending}
              aria-label={readAt === null ? t`Mark as read: ${text}` : t`Mark as not read: ${text}`}
              onClick={() => mark.send(readAt === null)}
            >
              {readAt === null ? t`Mark as read` : t`Mark as not read`}
            </Button>
          )}
        </Group>
      </Group>
      {mayPutOff && snooze === null && putting && (
        <SnoozeForm alert={alert} onDone={() => setPutting(false)} />
      )}
    </Card>
  );
}

/** Where something is done about it while it lasts; afterwards no more than what it was about. */
function PlaceLink({ alert }: { alert: Alert }) {
  const { initiativeId, initiative, period } = alert;
  const organisationId = useOrganisationId();
  const place = alertPlace(alert);
  if (place === null) return null;
  if (place === "log")
    return (
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link
            to="/$organisationId/log"
            params={{ organisationId }}
            search={period === null ? {} : { period }}
            {...props}
          />
        )}
      >
        {period === null ? t`Log what is missing` : t`Log ${formatPeriod(period, readerLocale)}`}
      </Anchor>
    );
  if (place === "approvals")
    return (
      <PageLink to="/$organisationId/approvals" size="sm">
        {initiative === null ? t`Decide` : t`Decide for ${initiative}`}
      </PageLink>
    );
  if (initiativeId === null || initiative === null) return null;
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => <Link to={pages[place]} params={{ organisationId, initiativeId }} {...props} />}
    >
      {initiative}
    </Anchor>
  );
}

/** The pages of an initiative where it is done; a gate is reviewed, and signed where a review waits, on its own. */
const pages = {
  gate: "/$organisationId/initiatives/$initiativeId/gate",
  roadmap: "/$organisationId/initiatives/$initiativeId/roadmap",
  initiative: "/$organisationId/initiatives/$initiativeId",
} as const;
