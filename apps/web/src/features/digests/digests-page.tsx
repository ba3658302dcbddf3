import { capitalised } from "@liftledger/kpis/within-sentence";
import { Card, List, SegmentedControl, SimpleGrid, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { formatPeriod } from "../../components/format-date.ts";
import { PageHeader } from "../../components/page-header.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { digestQuery } from "../alerts/queries.ts";
import { SentDigestsCard } from "./sent-digests-card.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { form, plural, t } from "../../words.ts";

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
      <PageHeader
        title={titleOf(kind, query.data?.period)}
        subline={
          kind === "weekly"
            ? t`For growth: what the KPIs did against the week before, and what needs somebody.`
            : t`For finance: what came in and what was spent against the month before, and what needs somebody.`
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
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" maw={1200}>
              {sections.map(({ title, lines, more }) => (
                <Card key={title} withBorder padding="md">
                  <Title order={2} fz="lg" mb="sm">
                    {title}
                  </Title>
                  <List spacing={6}>
                    {lines.map((line) => (
                      <List.Item key={line}>{formatSentence(line)}</List.Item>
                    ))}
                  </List>
                  {more > 0 && (
                    <Text size="sm" c="dimmed" mt="sm">
                      {plural(more, form`${more} more is left out`, form`${more} more are left out`)}
                    </Text>
                  )}
                </Card>
              ))}
            </SimpleGrid>
          )
        }
      </ShownQuery>
      <SentDigestsCard />
    </>
  );
}
