import type { CandidateEstimate } from "@liftledger/contracts/candidate";
import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { seriesListQuery } from "../../ledger-queries.ts";
import { formatInstant } from "../../components/format-date.ts";
import { useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { estimateChanges } from "./estimate-changes.ts";
import { estimateVersionsQuery } from "./queries.ts";
import { t } from "../../words.ts";

/** Every version of an estimate, the latest first: who, when, and what was another by it. */
export function EstimateHistory({ initiativeId }: { initiativeId: string }) {
  const organisationId = useOrganisationId();
  const currency = useOrganisation()?.currency ?? "";
  const rows = useQuery(estimateVersionsQuery(organisationId, initiativeId)).data?.rows ?? [];
  const series = useQuery(seriesListQuery(organisationId)).data?.rows ?? [];
  const scopes = new Map(series.map(({ seriesId, scope }) => [seriesId, scope]));
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="estimate-versions">
      <Title order={3} fz={16} mt="lg" mb="xs" id="estimate-versions">{t`Versions`}</Title>
      <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: "none" }}>
        {rows.map((row, place) => (
          <li key={row.version}>
            <Text size="sm">
              <strong>{t`Version ${row.version}`}</strong>{" "}
              <Text span size="sm" c="dimmed">
                {[row.recordedBy, formatInstant(row.recordedAt ?? "")].join(" · ")}
              </Text>
            </Text>
            <Changes before={rows[place + 1]} after={row} about={{ currency, scopes }} />
          </li>
        ))}
      </Stack>
    </section>
  );
}

interface ChangesProps {
  before: CandidateEstimate | undefined;
  after: CandidateEstimate;
  about: Parameters<typeof estimateChanges>[2];
}

function Changes({ before, after, about }: ChangesProps) {
  const changes = estimateChanges(before, after, about);
  return (
    <Text size="sm" style={{ overflowWrap: "anywhere" }}>
      {changes.length === 0 ? t`Nothing was changed` : changes.join("; ")}
    </Text>
  );
}
