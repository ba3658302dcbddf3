import type { Tool } from "@liftledger/contracts/tool";
import { Checkbox, Stack, Text } from "@mantine/core";
import { useQueries, useQuery } from "@tanstack/react-query";
import { costLinesQuery, initiativesQuery } from "../../ledger-queries.ts";
import { formatPeriod } from "../../components/format-date.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { costCategories } from "../initiative/setup-cost-draft.ts";
import { costPoolsQuery } from "../shared-costs/queries.ts";
import { costGroups, type CostGroup, type ToolDraft } from "./tool-draft.ts";
import { t } from "../../words.ts";

export interface ToolCostsProps {
  /** Of those who use it. */
  initiativeIds: readonly string[];
  others: readonly Tool[];
  costLineIds: readonly string[];
  costPoolIds: readonly string[];
  onChange: (next: Pick<ToolDraft, "costLineIds"> | Pick<ToolDraft, "costPoolIds">) => void;
}

/** Which costs are a tool's: lines of those who use it, by what they are for, and shared costs as a whole. */
export function ToolCosts({ initiativeIds, others, costLineIds, costPoolIds, onChange }: ToolCostsProps) {
  const organisationId = useOrganisationId();
  const lines = useQueries({ queries: initiativeIds.map((id) => costLinesQuery(organisationId, id)) });
  const initiatives = useQuery(initiativesQuery(organisationId)).data?.rows ?? [];
  const pools = useQuery(costPoolsQuery(organisationId)).data?.rows ?? [];
  const taken = new Set(others.flatMap((tool) => [...tool.costLineIds, ...tool.costPoolIds]));
  const own = new Set(costLineIds);
  const free = pools.filter(({ costPoolId }) => !taken.has(costPoolId));
  const mark = (group: CostGroup, isOwn: boolean) => {
    const rest = costLineIds.filter((id) => !group.costLineIds.includes(id));
    onChange({ costLineIds: isOwn ? [...rest, ...group.costLineIds] : rest });
  };
  return (
    <Stack gap="xs" component="fieldset" bd="none" p={0} m={0}>
      <Text size="sm" fw={500} component="legend" p={0}>{t`Costs that are this tool’s`}</Text>
      <Text
        size="sm"
        c="dimmed"
      >{t`A cost is one tool’s at most, so that nothing is counted twice. Lines that are added to an initiative later are marked here again.`}</Text>
      {initiativeIds.map((initiativeId, place) => {
        const name = initiatives.find((one) => one.initiativeId === initiativeId)?.name ?? "";
        return costGroups(lines[place]?.data?.rows ?? [], taken).map((group) => {
          const marked = group.costLineIds.filter((id) => own.has(id)).length;
          return (
            <Checkbox
              key={`${initiativeId} ${group.category} ${group.source}`}
              label={groupText(name, group)}
              checked={marked === group.costLineIds.length}
              indeterminate={marked > 0 && marked < group.costLineIds.length}
              onChange={({ currentTarget }) => mark(group, currentTarget.checked)}
            />
          );
        });
      })}
      {free.map(({ costPoolId, name }) => (
        <Checkbox
          key={costPoolId}
          label={t`Shared cost: ${name}, all of it`}
          checked={costPoolIds.includes(costPoolId)}
          onChange={({ currentTarget }) =>
            onChange({
              costPoolIds: currentTarget.checked
                ? [...costPoolIds, costPoolId]
                : costPoolIds.filter((id) => id !== costPoolId),
            })
          }
        />
      ))}
      {initiativeIds.length === 0 && free.length === 0 && (
        <Text size="sm" c="dimmed">{t`Say first who uses it: their costs are listed here.`}</Text>
      )}
    </Stack>
  );
}

function groupText(initiative: string, { category, source, firstMonth, lastMonth }: CostGroup): string {
  const kind = costCategories.find(({ value }) => value === category)?.label ?? category;
  const [from, to] = [formatPeriod(firstMonth), formatPeriod(lastMonth)];
  return from === to
    ? `${initiative}: ${kind}, ${from} (${source})`
    : t`${initiative}: ${kind}, ${from} to ${to} (${source})`;
}
