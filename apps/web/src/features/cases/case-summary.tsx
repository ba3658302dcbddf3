import { Alert, Box, Group, Skeleton, Text } from "@mantine/core";
import type { CaseVersion } from "@liftledger/contracts/business-case";
import { useQuery } from "@tanstack/react-query";
import { formatMoney } from "../../components/format-number.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { nextStep } from "./case-words.ts";
import { caseVersionQuery } from "./queries.ts";
import { StatusBadge } from "./status-badge.tsx";
import { t } from "../../words.ts";

/** How far a version is, what it spends, who wrote it, and what is next to do. */
export function CaseSummary({ caseId, number }: { caseId: string; number: number }) {
  const { data, isPending } = useQuery(caseVersionQuery(useOrganisationId(), caseId, number));
  if (isPending) return <Skeleton height={60} flex="1 1 320px" maw={720} />;
  if (data === undefined) return null;
  return (
    <Box flex="1 1 320px" miw={0}>
      <Group gap="sm" mb={4}>
        <StatusBadge status={data.status} />
        <Text size="sm">{spendWords(data)}</Text>
        <Text size="sm" c="dimmed">{t`Written by ${data.authors.join(", ")}`}</Text>
      </Group>
      {data.status === "returned" ? (
        <Alert variant="default" py="xs" maw={760}>
          {nextStep(data)}
        </Alert>
      ) : (
        <Text size="sm" maw={760}>
          {nextStep(data)}
        </Text>
      )}
    </Box>
  );
}

/** "Spends €26,000 · One page is enough" */
function spendWords({ terms: { spend, signatures, isOnePage } }: CaseVersion): string {
  if (spend === null) return t`What it spends is not said yet`;
  const money = formatMoney(Number(spend.amount), spend.currency);
  if (isOnePage) return t`Spends ${money}: one page is enough`;
  return signatures === 2 ? t`Spends ${money}: two people sign` : t`Spends ${money}`;
}
