import { capitalised } from "@liftledger/kpis/within-sentence";
import { Card, SegmentedControl, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { formatPeriod } from "../../components/format-date.ts";
import { PageLink } from "../../components/page-link.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { digestQuery } from "../alerts/queries.ts";
import { DigestSections } from "./digest-sections.tsx";
import { SentDigestsCard } from "./sent-digests-card.tsx";
import { t } from "../../words.ts";

/** Which week or month it is of: alone on the page, it needs no more. */
function titleOf(kind: "weekly" | "monthly", period: string | undefined): string {
  if (period === undefined) return kind === "weekly" ? t`The week` : t`The month`;
  return capitalised(formatPeriod(period, readerLocale));
}

/** The last week for growth or the last month for finance, on one screen, as it is mailed. */
export function DigestsPage() {
  const organisationId = useOrganisationId();
  const { kind = "weekly", period } = useSearch({ from: "/$organisationId/digests" });
  const navigate = useNavigate({ from: "/$organisationId/digests" });
  const query = useQuery(digestQuery(organisationId, kind, period));
  return (
    <>
      <PageLink to="/$organisationId/alerts" size="sm">{t`Alerts`}</PageLink>
      <PageHeader
        title={titleOf(kind, query.data?.period)}
        subline={
          kind === "weekly"
            ? t`For growth: what the KPIs did, and what needs somebody.`
            : t`For finance: what came in and was spent, and what needs somebody.`
        }
      />
      <SegmentedControl
        mb="md"
        aria-label={t`Which digest`}
        value={kind}
        data={[
          { value: "weekly", label: t`Week, for growth` },
          { value: "monthly", label: t`Month, for finance` },
        ]}
        onChange={(chosen) =>
          void navigate({ search: { kind: chosen === "monthly" ? "monthly" : "weekly" } })
        }
      />
      <ShownQuery query={query} failed={t`It could not be put together.`} height={360}>
        {({ sections }) =>
          sections.length === 0 ? (
            <Card withBorder padding="md">
              <Text>{t`There is nothing to tell: nothing was logged, nothing is open, and nothing comes up.`}</Text>
            </Card>
          ) : (
            <DigestSections key={`${kind} ${query.data?.period}`} sections={sections} />
          )
        }
      </ShownQuery>
      <SentDigestsCard />
    </>
  );
}
