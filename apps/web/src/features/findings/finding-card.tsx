import { Anchor, Button, Group, List, Paper, Stack, Text, Title } from "@mantine/core";
import type { NewRoadmapTask, Roadmap } from "@liftledger/contracts/roadmap";
import { addDays } from "@liftledger/kpis/iso-date";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatDate } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { initiativeQuery } from "../initiative/setup-queries.ts";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { FactLink } from "../production/fact-link.tsx";
import { factWords } from "../production/production-words.ts";
import type { Finding } from "./queries.ts";
import { placeOfSignal } from "./signal-place.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

export interface FindingCardProps {
  initiativeId: string;
  finding: Finding;
  /** Undefined while it is not known what is planned. */
  roadmap: Roadmap | undefined;
  canWrite: boolean;
}

/** A thing that helps fills its line, so that the buttons stand under each other. */
const wholeWidth = { itemWrapper: { width: "100%" }, itemLabel: { width: "100%" } };

/** One finding: what was seen against which limit of whom, when it is gone, what usually helps, and a task of that. */
export function FindingCard({ initiativeId, finding, roadmap, canWrite }: FindingCardProps) {
  const { mode, name, signals, helps } = finding;
  const planned = roadmap?.tasks.filter((task) => task.finding === mode) ?? [];
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={`finding-${mode}`}>
      <Title order={2} fz={18} id={`finding-${mode}`}>
        {name}
      </Title>
      <Stack gap="sm" mt="xs">
        {signals.map(({ key, text, source, clearsWhen }) => (
          <div key={key}>
            <Text>{formatSentence(text)}</Text>
            <Text size="sm" c="dimmed">
              {source.kind === "published"
                ? t`Published by ${source.publisher}: ${source.what}.`
                : t`Our own rule. ${source.because}`}
            </Text>
            <Text size="sm">{t`It clears when: ${formatSentence(clearsWhen)}`}</Text>
            <SignalLink initiativeId={initiativeId} signal={key} />
          </div>
        ))}
        <div>
          <Text size="sm" fw={600}>{t`What usually helps`}</Text>
          <List size="sm" spacing="sm" listStyleType="none" styles={wholeWidth}>
            {helps.map((help) => (
              <List.Item key={help.step}>
                <Group gap="sm" align="flex-start">
                  <Text size="sm" flex="1 1 280px">
                    <strong>{help.name}:</strong> {help.what}
                  </Text>
                  {canWrite && roadmap !== undefined && (
                    <MakeTask initiativeId={initiativeId} finding={finding} help={help} roadmap={roadmap} />
                  )}
                </Group>
              </List.Item>
            ))}
          </List>
        </div>
        {planned.length > 0 && (
          <div>
            <Text size="sm" fw={600}>{t`On the roadmap`}</Text>
            {planned.map((task) => (
              <Text size="sm" key={task.taskId}>
                <TaskLink initiativeId={initiativeId} taskId={task.taskId}>
                  {task.title}
                </TaskLink>{" "}
                {task.doneOn === null
                  ? t`due on ${formatDate(task.dueOn)}`
                  : t`done on ${formatDate(task.doneOn)}`}
              </Text>
            ))}
          </div>
        )}
      </Stack>
    </Paper>
  );
}

/** Where that is recorded, logged or booked which a sign was read from. */
function SignalLink({ initiativeId, signal }: { initiativeId: string; signal: string }) {
  const place = placeOfSignal(signal);
  if (place === null) return null;
  if (place === "year") return <MissingLink initiativeId={initiativeId} />;
  if (place === "costs")
    return (
      <InitiativeLink initiativeId={initiativeId} size="sm" hash="set-up">
        {t`Book what training cost`}
      </InitiativeLink>
    );
  const { name } = factWords[place];
  return <FactLink initiativeId={initiativeId} fact={place}>{t`Record it: ${name}`}</FactLink>;
}

/** Where a year of what the initiative claims is filled in at once. */
function MissingLink({ initiativeId }: { initiativeId: string }) {
  const organisationId = useOrganisationId();
  const q = useQuery(initiativeQuery(organisationId, initiativeId)).data?.name;
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link
          to="/$organisationId/log/year"
          params={{ organisationId }}
          search={q === undefined ? {} : { q }}
          {...props}
        />
      )}
    >{t`Log what is missing`}</Anchor>
  );
}

function TaskLink(props: { initiativeId: string; taskId: string; children: string }) {
  const organisationId = useOrganisationId();
  const { initiativeId, taskId, children } = props;
  return (
    <Anchor
      size="sm"
      renderRoot={(own) => (
        <Link
          to="/$organisationId/initiatives/$initiativeId/roadmap"
          params={{ organisationId, initiativeId }}
          hash={`task-${taskId}`}
          {...own}
        />
      )}
    >
      {children}
    </Anchor>
  );
}

interface MakeTaskProps extends Pick<FindingCardProps, "initiativeId" | "finding"> {
  help: Finding["helps"][number];
  roadmap: Roadmap;
}

/** Puts what helps on the roadmap: two weeks from today, led by whoever leads the initiative, both still to be changed there. */
function MakeTask({ initiativeId, finding, help, roadmap }: MakeTaskProps) {
  const make = useWrite<NewRoadmapTask, Roadmap>((client, body, idempotencyKey) =>
    client.call("addRoadmapTask", { params: { initiativeId }, body, idempotencyKey }),
  );
  const owner = useQuery(initiativeQuery(useOrganisationId(), initiativeId)).data?.owner ?? null;
  const isThere = roadmap.tasks.some(
    ({ finding: of, step, doneOn }) => of === finding.mode && step === help.step && doneOn === null,
  );
  if (isThere) return null;
  const task: NewRoadmapTask = {
    step: help.step,
    title: help.what,
    owner,
    startsOn: roadmap.day,
    dueOn: addDays(roadmap.day, 13),
    dependsOn: [],
    shownBy: help.shownBy,
    finding: finding.mode,
  };
  return (
    <div>
      <Button
        size="compact-sm"
        variant="default"
        loading={make.pending}
        aria-label={t`Make a task of it: ${help.name}`}
        onClick={() => make.send(task)}
      >{t`Make a task of it`}</Button>
      {make.error !== null && <ProblemAlert what={t`No task was made.`} error={make.error} />}
    </div>
  );
}
