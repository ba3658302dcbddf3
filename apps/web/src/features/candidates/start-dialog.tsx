import { Alert, Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import type { Candidate } from "@liftledger/contracts/candidate";
import type { Initiative } from "@liftledger/contracts/initiative";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { focusQuery } from "./queries.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

/** What would be too much if it began, before it does. The warnings stop nobody. */
export function StartDialog({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) {
  const { initiativeId, name, version, phase } = candidate;
  const organisationId = useOrganisationId();
  const navigate = useNavigate();
  const query = useQuery(focusQuery(organisationId, initiativeId));
  const start = useWrite<Candidate, Initiative>(
    (client, _sent, idempotencyKey) =>
      client.call("changeInitiative", {
        params: { initiativeId },
        body: { version, status: "active" },
        idempotencyKey,
      }),
    () =>
      void navigate({
        to:
          phase === "foundation"
            ? "/$organisationId/initiatives/$initiativeId/gate"
            : "/$organisationId/initiatives/$initiativeId",
        params: { organisationId, initiativeId },
      }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Take up “${name}”`}
      size="lg"
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack gap="md">
        <ShownQuery query={query} failed={t`What runs already could not be loaded.`} height={80}>
          {({ warnings }) => <Warnings warnings={warnings.filter(({ isOfStarting }) => isOfStarting)} />}
        </ShownQuery>
        <Text size="sm">
          {phase === "foundation"
            ? t`It is taken up in Foundation, and enters Pilots through its gate: the next page says what that asks.`
            : t`It goes on in the phase that it is in. Freeze its baseline before it moves anything.`}
        </Text>
        {start.error !== null && <ProblemAlert what={t`It was not taken up.`} error={start.error} />}
        <Group gap="sm">
          <Button loading={start.pending} onClick={() => start.send(candidate)}>{t`Take it up`}</Button>
          <Button variant="subtle" onClick={onClose}>{t`Not yet`}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Warnings({ warnings }: { warnings: readonly { text: string }[] }) {
  if (warnings.length === 0)
    return <Text size="sm">{t`Nothing else is tried in its team at the moment.`}</Text>;
  return (
    <Alert variant="default" title={t`That is much at once`}>
      <List size="sm" spacing={4}>
        {warnings.map(({ text }) => (
          <List.Item key={text}>{formatSentence(text)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
