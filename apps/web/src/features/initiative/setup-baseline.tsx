import { Alert, Button, Group, List, Paper, Stack, Text, TextInput } from "@mantine/core";
import type { Baseline, Benefit, NewBaseline } from "@liftledger/contracts/initiative";
import type { Series } from "@liftledger/contracts/series";
import { isIsoDate } from "@liftledger/kpis/iso-date";
import { periodOf } from "@liftledger/kpis/period";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FailedQuery } from "../../components/failed-query.tsx";
import { fieldProblems } from "../../components/field-problems.ts";
import { formatInstant, formatPeriod } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { baselinesQuery } from "./setup-queries.ts";

export interface SetupBaselineProps {
  benefit: Benefit;
  series: Series;
  startedOn: string;
}

/** The baseline of one benefit: drafted from a start, looked at, frozen, in use. */
export function SetupBaseline({ benefit, series, startedOn }: SetupBaselineProps) {
  const organisationId = useOrganisationId();
  const baselines = useQuery(baselinesQuery(organisationId, series.seriesId));
  const [again, setAgain] = useState(false);
  const rows = baselines.data?.rows ?? [];
  const used = rows.find((one) => one.baselineId === benefit.baselineId);
  const others = rows.filter((one) => one !== used && one.status !== "superseded");
  return (
    <Paper withBorder p="sm">
      <Stack gap="sm">
        <Text fw={600}>
          {series.kpiName}, {series.scope}
        </Text>
        {baselines.isError && (
          <FailedQuery
            what="The baselines could not be loaded."
            error={baselines.error}
            onRetry={() => void baselines.refetch()}
          />
        )}
        {used !== undefined && <BaselineFacts baseline={used} series={series} />}
        {(used === undefined || again) &&
          others
            .slice(-2)
            .map((one) => (
              <ChooseBaseline key={one.baselineId} baseline={one} benefit={benefit} series={series} />
            ))}
        {baselines.data !== undefined && (used === undefined || again) && (
          <DraftForm series={series} startedOn={startedOn} />
        )}
        {used !== undefined && !again && (
          <div>
            <Button variant="default" size="xs" onClick={() => setAgain(true)}>
              Draft another baseline
            </Button>
          </div>
        )}
      </Stack>
    </Paper>
  );
}

function DraftForm({ series, startedOn }: { series: Series; startedOn: string }) {
  const [start, setStart] = useState(startedOn);
  const [from, setFrom] = useState("");
  const draft = useWrite<NewBaseline, Baseline>((client, body, idempotencyKey) =>
    client.call("draftBaseline", { body, idempotencyKey }),
  );
  const problems = fieldProblems(draft.error);
  const period = isIsoDate(start) ? periodOf(start, series.periodType) : undefined;
  const since = isIsoDate(from) ? periodOf(from, series.periodType) : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (period === undefined) return;
        draft.send({
          seriesId: series.seriesId,
          interventionStart: period,
          ...(since === undefined ? {} : { from: since }),
        });
      }}
    >
      <Stack gap="sm">
        <Group gap="sm" align="flex-start">
          <TextInput
            label="It began on"
            type="date"
            description={period === undefined ? "Choose a day" : `in ${formatPeriod(period, readerLocale)}`}
            value={start}
            error={problems["interventionStart"]}
            onChange={({ currentTarget }) => setStart(currentTarget.value)}
          />
          <TextInput
            label="Use numbers since (optional)"
            type="date"
            description={since === undefined ? "all there are before it" : formatPeriod(since, readerLocale)}
            value={from}
            error={problems["from"]}
            onChange={({ currentTarget }) => setFrom(currentTarget.value)}
          />
        </Group>
        {draft.error !== null && <ProblemAlert what="No baseline was drafted." error={draft.error} />}
        <div>
          <Button type="submit" variant="default" loading={draft.pending} disabled={period === undefined}>
            Draft a baseline
          </Button>
        </div>
      </Stack>
    </form>
  );
}

interface ChooseBaselineProps {
  baseline: Baseline;
  benefit: Benefit;
  series: Series;
}

/** A baseline that is not in use yet: what it would stand on, and what freezing it means. */
function ChooseBaseline({ baseline, benefit, series }: ChooseBaselineProps) {
  const { baselineId } = baseline;
  const use = useWrite<string, Benefit>(async (client, id) => {
    if (baseline.status === "draft") await client.call("freezeBaseline", { params: { baselineId: id } });
    // Freezing moves benefits that stood on an earlier one of the same start, and with them their version.
    const { rows } = await client.call("listBenefits", { params: { initiativeId: benefit.initiativeId } });
    const now = rows.find((one) => one.benefitId === benefit.benefitId) ?? benefit;
    if (now.baselineId === id) return now;
    return client.call("changeBenefit", {
      params: { benefitId: benefit.benefitId },
      body: { version: now.version, baselineId: id },
    });
  });
  const isDraft = baseline.status === "draft";
  return (
    <Alert variant="default" title={isDraft ? "Drafted, not in use yet" : "Frozen, not used by this benefit"}>
      <Stack gap="sm">
        <BaselineFacts baseline={baseline} series={series} />
        {isDraft && baseline.prePeriods > 0 && (
          <Text size="sm">
            Freezing keeps a digest of the {baseline.prePeriods} numbers it stands on. They can still be
            corrected, but the baseline does not move: it says that they were.
          </Text>
        )}
        {isDraft && baseline.prePeriods === 0 && (
          <Text size="sm">
            There is nothing to freeze: log or import numbers from before the start, then draft again.
          </Text>
        )}
        {use.error !== null && <ProblemAlert what="The baseline is not in use." error={use.error} />}
        <div>
          <Button
            loading={use.pending}
            disabled={baseline.prePeriods === 0}
            onClick={() => use.send(baselineId)}
          >
            {isDraft ? "Freeze it and use it" : "Use it for this benefit"}
          </Button>
        </div>
      </Stack>
    </Alert>
  );
}

function BaselineFacts({ baseline, series }: { baseline: Baseline; series: Series }) {
  const { preFrom, preTo, prePeriods, frozenAt, frozenBy, correctedSince } = baseline;
  const period = (text: string) => formatPeriod(text, readerLocale);
  return (
    <div>
      <Text size="sm">
        {capitalised(baseline.rung)}: {prePeriods} {series.periodType}
        {prePeriods === 1 ? "" : "s"} before {period(baseline.interventionStart)}
        {preFrom !== null && preTo !== null && `, ${period(preFrom)} to ${period(preTo)}`}
        {baseline.design === "fourier" ? ", with the season" : ""}.
      </Text>
      {baseline.reasons.length > 0 && (
        <List size="sm" c="dimmed">
          {baseline.reasons.map((reason) => (
            <List.Item key={reason}>{reason}</List.Item>
          ))}
        </List>
      )}
      {frozenAt !== null && (
        <Text size="sm" c="dimmed">
          Frozen {formatInstant(frozenAt, readerLocale)}
          {frozenBy === null ? "" : ` by ${frozenBy}`}
          {baseline.digest === null ? "" : `, digest ${baseline.digest.slice(0, 12)}`}.
        </Text>
      )}
      {correctedSince.length > 0 && (
        <Alert variant="default" mt="xs" title="Numbers under it were corrected since">
          <Text size="sm">
            {correctedSince.slice(0, 8).map(period).join("; ")}
            {correctedSince.length > 8 ? ` and ${correctedSince.length - 8} more` : ""}. The baseline still
            stands on the numbers as they were; draft another to take the corrections in.
          </Text>
        </Alert>
      )}
    </div>
  );
}

function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
