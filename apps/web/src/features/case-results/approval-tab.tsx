import { Card, Stack, Text, Title } from "@mantine/core";
import type { CaseVersion } from "@liftledger/contracts/business-case";
import { useQuery } from "@tanstack/react-query";
import { FailedQuery } from "../../components/failed-query.tsx";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import type { CaseTabProps } from "../cases/case-tabs.ts";
import { PlanReading } from "../cases/plan-reading.tsx";
import { caseVersionQuery } from "../cases/queries.ts";
import { AskedCard } from "./asked-card.tsx";
import { CommentThread } from "./comment-thread.tsx";
import { DecisionCard } from "./decision-card.tsx";
import { DifferencesCard } from "./differences-card.tsx";
import { HistoryCard } from "./history-card.tsx";
import { caseCommentsQuery } from "./queries.ts";
import { t } from "../../words.ts";

/** All that a person needs to decide a version, on one page: what is asked, what is new in it, every line, and the decision. */
export function ApprovalTab({ caseId, number }: CaseTabProps) {
  const query = useQuery(caseVersionQuery(useOrganisationId(), caseId, number));
  return (
    <ShownQuery query={query} failed={t`The version could not be loaded.`} height={900}>
      {(version) => <Approval version={version} />}
    </ShownQuery>
  );
}

function Approval({ version }: { version: CaseVersion }) {
  const { caseId, number, plan, name } = version;
  const place = { caseId, number };
  const query = useQuery(caseCommentsQuery(useOrganisationId(), place));
  const comments = query.data?.rows ?? [];
  const thread = (lineId: string | null, about: string) => (
    <CommentThread place={place} lineId={lineId} about={about} comments={comments} />
  );
  return (
    <Stack gap="md" maw={1100}>
      <AskedCard version={version} />
      <DecisionCard version={version} />
      <DifferencesCard version={version} />
      {query.isError && (
        <FailedQuery
          what={t`The comments could not be loaded.`}
          error={query.error}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
          showsOlderData={query.data !== undefined}
        />
      )}
      <div>
        <Title order={2} fz="xl">{t`The whole plan`}</Title>
        <Text
          size="sm"
          c="dimmed"
        >{t`Every line with where its values come from and who stands for them. Say at a line what you ask of it.`}</Text>
      </div>
      <PlanReading plan={plan} underLine={({ id, name: line }) => thread(id, line)} />
      <Card withBorder padding="md">
        <Title order={2} fz="lg">{t`Said of the whole`}</Title>
        {thread(null, name)}
      </Card>
      <HistoryCard caseId={caseId} />
    </Stack>
  );
}
