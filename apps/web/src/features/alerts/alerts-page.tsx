import { Card, Group, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader, PageHeaderSkeleton } from "../../components/page-header.tsx";
import { ShowMore } from "../../components/show-more.tsx";
import { readAlertsSearch } from "../../search-params.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { SavedViewsButton } from "../saved-views/saved-views-button.tsx";
import { AlertCard } from "./alert-card.tsx";
import { alertCountQuery } from "./count-query.ts";
import { alertsQuery, type ShownState } from "./queries.ts";
import { PageLink } from "../../components/page-link.tsx";
import { form, plural, t } from "../../words.ts";

const subline = t`What began and has not ended: each is told once, and its end once. What is not known raises nothing.`;

/** What people were told of: open and ended, the latest first. */
export function AlertsPage() {
  const organisationId = useOrganisationId();
  const { mine = false, state = "open" } = useSearch({ from: "/$organisationId/alerts" });
  const navigate = useNavigate({ from: "/$organisationId/alerts" });
  const alerts = useInfiniteQuery(alertsQuery(organisationId, { state, mine }));
  const count = useQuery(alertCountQuery(organisationId)).data;
  const rows = alerts.data?.pages.flatMap((page) => page.rows);
  const go = (next: { mine: boolean; state: ShownState }) =>
    void navigate({
      search: {
        ...(next.mine ? { mine: true } : {}),
        ...(next.state === "open" ? {} : { state: next.state }),
      },
    });
  return (
    <>
      {count === undefined ? (
        <PageHeaderSkeleton title={t`Alerts`} waiting={alerts.isPending} />
      ) : (
        <PageHeader title={titleOf(count)} subline={subline} aside={<Places />} />
      )}
      <Stack gap="md" maw={1100}>
        <Group gap="sm">
          <SegmentedControl
            aria-label={t`Which alerts`}
            value={state}
            data={[
              { value: "open", label: t`Open` },
              { value: "snoozed", label: t`Put off` },
              { value: "ended", label: t`Ended` },
            ]}
            onChange={(chosen) =>
              go({ mine, state: chosen === "ended" || chosen === "snoozed" ? chosen : "open" })
            }
          />
          <SegmentedControl
            aria-label={t`Whose alerts`}
            value={mine ? "mine" : "all"}
            data={[
              { value: "all", label: t`Everybody’s` },
              { value: "mine", label: t`Told to me` },
            ]}
            onChange={(chosen) => go({ mine: chosen === "mine", state })}
          />
          <SavedViewsButton page="alerts" read={readAlertsSearch} />
        </Group>
        {alerts.isError && (
          <FailedQuery
            what={t`The alerts could not be loaded.`}
            error={alerts.error}
            onRetry={() => void alerts.refetch()}
            showsOlderData={rows !== undefined}
          />
        )}
        {alerts.isPending && <Skeleton height={320} radius="md" />}
        {rows?.length === 0 && <None state={state} mine={mine} />}
        {rows !== undefined && rows.length > 0 && (
          <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: "none" }}>
            {rows.map((alert) => (
              <AlertCard key={alert.alertId} alert={alert} />
            ))}
          </Stack>
        )}
        <ShowMore query={alerts}>{t`Show more alerts`}</ShowMore>
      </Stack>
    </>
  );
}

function titleOf({ open, snoozed, unread }: { open: number; snoozed: number; unread: number }): string {
  if (open === 0) {
    return snoozed === 0
      ? t`Nothing is wrong that is known`
      : plural(
          snoozed,
          form`Nothing is open, ${snoozed} alert is put off`,
          form`Nothing is open, ${snoozed} alerts are put off`,
        );
  }
  const all = plural(open, form`${open} alert is open`, form`${open} alerts are open`);
  const some = snoozed === 0 ? all : t`${all}, ${snoozed} put off`;
  return unread === 0 ? some : t`${some}, ${unread} new for you`;
}

function Places() {
  const places = [
    { to: "/$organisationId/digests", name: t`Week and month` },
    { to: "/$organisationId/alert-rules", name: t`Rules and channels` },
  ] as const;
  return (
    <Group gap="md">
      {places.map(({ to, name }) => (
        <PageLink to={to} key={to}>
          {name}
        </PageLink>
      ))}
    </Group>
  );
}

function None({ state, mine }: { state: ShownState; mine: boolean }) {
  const words =
    state === "snoozed"
      ? mine
        ? t`Nothing that you were told of is put off.`
        : t`Nothing is put off. An alert that can wait is put off until a day, with a reason: then it is listed here, and back by itself on that day.`
      : state === "ended"
        ? t`Nothing has ended yet. When what was told is over, it is listed here with the day.`
        : mine
          ? t`Nothing that you were told of is open.`
          : t`Nothing is open. The ledger is looked at every quarter of an hour; what begins is listed here, and whoever it concerns is told.`;
  return (
    <Card withBorder padding="md">
      <Text maw={640}>{words}</Text>
    </Card>
  );
}
