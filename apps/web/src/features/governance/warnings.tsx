import type { FocusWarnings } from "@liftledger/contracts/candidate";
import type { KillRule } from "@liftledger/contracts/kill-rule";
import type { ToolOverload } from "@liftledger/contracts/tool";
import { List, Paper, Skeleton, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FailedQuery } from "../../components/failed-query.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { focusWarningsQuery, metKillRulesQuery } from "../findings/queries.ts";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { toolOverloadQuery } from "../registers/queries.ts";
import { form, plural, t } from "../../words.ts";

/**
 * What warns of all initiatives, above what it is about: that waits for it, so that nothing is pushed down under the
 * eye of who reads it. Where a part of it cannot be asked, that is said: no warning is not the same.
 */
export function Warnings({ height, children }: { height: number; children: ReactNode }) {
  const organisationId = useOrganisationId();
  const rules = useQuery(metKillRulesQuery(organisationId));
  const focus = useQuery(focusWarningsQuery(organisationId));
  const tools = useQuery(toolOverloadQuery(organisationId, useClocks()));
  const all = [rules, focus, tools];
  if (all.some(({ isPending }) => isPending)) return <Skeleton height={height} radius="md" />;
  const failed = all.find(({ isError }) => isError);
  return (
    <>
      {failed !== undefined && (
        <FailedQuery
          what={t`Not all warnings could be loaded.`}
          error={failed.error}
          onRetry={() => all.forEach((query) => query.isError && void query.refetch())}
          retrying={all.some(({ isError, isFetching }) => isError && isFetching)}
        />
      )}
      <KillRulesCard rules={rules.data?.rows ?? []} />
      <FocusCard warnings={focus.data?.warnings ?? []} />
      <ToolsCard overloads={tools.data?.overloads ?? []} />
      {children}
    </>
  );
}

/** The rules to stop that were declared before a phase and are met today. */
function KillRulesCard({ rules }: { rules: readonly KillRule[] }) {
  if (rules.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="kill-rules">
      <Title order={2} fz={18} mb="xs" id="kill-rules">
        {plural(
          rules.length,
          form`${rules.length} rule to stop is met`,
          form`${rules.length} rules to stop are met`,
        )}
      </Title>
      <List size="sm" spacing={4}>
        {rules.map(({ killRuleId, initiativeId, initiative, text }) => (
          <List.Item key={killRuleId}>
            <InitiativeLink initiativeId={initiativeId} size="sm">
              {initiative}
            </InitiativeLink>{" "}
            {formatSentence(text)}
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}

/** Where too much runs at once today; it stops nobody. */
function FocusCard({ warnings }: { warnings: FocusWarnings["warnings"] }) {
  if (warnings.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="focus">
      <Title order={2} fz={18} mb="xs" id="focus">{t`Too much at once`}</Title>
      <List size="sm" spacing={4}>
        {warnings.map(({ key, team, text }) => (
          <List.Item key={`${key} ${team ?? ""}`}>{formatSentence(text)}</List.Item>
        ))}
      </List>
    </Paper>
  );
}

/** Where several initiatives or vendors crowd on one series or one use case. */
function ToolsCard({ overloads }: { overloads: ToolOverload["overloads"] }) {
  if (overloads.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="overload">
      <Title order={2} fz={18} mb="xs" id="overload">{t`Where tools crowd`}</Title>
      <List size="sm" spacing={4}>
        {overloads.map(({ key, on, text }) => (
          <List.Item key={`${key} ${on}`}>{formatSentence(text)}</List.Item>
        ))}
      </List>
    </Paper>
  );
}
