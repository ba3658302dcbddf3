import { Alert, Button, Paper, Stack, Text } from "@mantine/core";
import { allRows } from "@liftledger/contracts/client";
import type { Baseline, Benefit } from "@liftledger/contracts/initiative";
import type { Series } from "@liftledger/contracts/series";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FailedQuery } from "../../components/failed-query.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { SetupBaselineDraft } from "./setup-baseline-draft.tsx";
import { SetupBaselineFacts } from "./setup-baseline-facts.tsx";
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
        {used !== undefined && <SetupBaselineFacts baseline={used} series={series} />}
        {(used === undefined || again) &&
          others
            .slice(-2)
            .map((one) => (
              <ChooseBaseline key={one.baselineId} baseline={one} benefit={benefit} series={series} />
            ))}
        {baselines.data !== undefined && (used === undefined || again) && (
          <SetupBaselineDraft series={series} startedOn={startedOn} />
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
    const rows = await allRows(client, "listBenefits", { params: { initiativeId: benefit.initiativeId } });
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
        <SetupBaselineFacts baseline={baseline} series={series} />
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
