import type { Job } from "@liftledger/contracts/job";
import { Button, Card, Skeleton, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FailedQuery } from "../../components/failed-query.tsx";
import { formatInstant } from "../../components/format-date.ts";
import { PageHeader } from "../../components/page-header.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { AdminsOnly } from "../access/admins-only.tsx";
import { useCall } from "../access/use-call.ts";
import { lastRunWords, scheduleWords } from "./job-words.ts";
import { isUnderWay, jobsQuery } from "./queries.ts";
import { t } from "../../words.ts";

/** What the server does by itself: when it is due, how it went, and a button that has it done now. */
export function JobsPage() {
  return (
    <AdminsOnly title={t`Jobs`}>
      <Jobs />
    </AdminsOnly>
  );
}

function Jobs() {
  const jobs = useQuery(jobsQuery);
  return (
    <>
      <PageHeader
        title={t`Jobs`}
        subline={t`What the server does by itself, beside your requests. One that fails is tried again after a pause; nothing else waits for it.`}
      />
      <Stack gap="md">
        {jobs.isError && (
          <FailedQuery
            what={t`The jobs could not be loaded.`}
            error={jobs.error}
            onRetry={() => void jobs.refetch()}
            retrying={jobs.isFetching}
          />
        )}
        {jobs.isPending && <Skeleton height={320} radius="md" />}
        {jobs.data !== undefined && (
          <Card withBorder padding="sm">
            <Table verticalSpacing="sm" className="stacks-on-phone">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w="38%">{t`Job`}</Table.Th>
                  <Table.Th>{t`Last time`}</Table.Th>
                  <Table.Th>{t`Next`}</Table.Th>
                  <Table.Th>
                    <span className="visually-hidden">{t`Run now`}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {jobs.data.rows.map((job) => (
                  <JobRow key={job.jobName} job={job} toldAt={jobs.dataUpdatedAt} />
                ))}
              </Table.Tbody>
            </Table>
          </Card>
        )}
      </Stack>
    </>
  );
}

/** As it was when the server told of it. */
function JobRow({ job, toldAt }: { job: Job; toldAt: number }) {
  const { jobName, about, schedule, endedAt, outcome, attempts, nextDueAt } = job;
  const run = useCall((client, _, idempotencyKey) =>
    client.call("runJob", { params: { jobName }, idempotencyKey }),
  );
  const underWay = isUnderWay(job, new Date(toldAt));
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {about}
        <Text size="sm" c="dimmed">{`${jobName}, ${scheduleWords(schedule)}`}</Text>
        {run.error !== null && <ProblemAlert what={t`The job was not asked for.`} error={run.error} />}
      </Table.Th>
      <Table.Td data-label={t`Last time`}>
        {endedAt === null ? t`never` : <span className="tabular">{formatInstant(endedAt)}</span>}
        <Text size="sm" c={outcome === "failed" ? "var(--mantine-color-error)" : "dimmed"}>
          {attempts > 1 ? t`${lastRunWords(job) ?? ""}, ${attempts} times in a row` : lastRunWords(job)}
        </Text>
      </Table.Td>
      <Table.Td data-label={t`Next`} className="tabular">
        {underWay ? t`now` : formatInstant(nextDueAt)}
      </Table.Td>
      <Table.Td ta={{ sm: "right" }}>
        <Button
          size="xs"
          variant="default"
          aria-label={t`Run now: ${jobName}`}
          loading={run.pending || underWay}
          onClick={() => run.send()}
        >{t`Run now`}</Button>
      </Table.Td>
    </Table.Tr>
  );
}
