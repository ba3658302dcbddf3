import { Card, Table, Text } from "@mantine/core";
import type { Approval } from "@liftledger/contracts/approval";
import type { Kpi } from "@liftledger/contracts/kpi";
import { formatInstant } from "../../components/format-date.ts";
import { assumptionWords } from "../initiative/assumption-words.ts";
import { baselineWords, caseWords, gateReviewWords, guardrailWords } from "./approval-words.ts";
import { Decide } from "./decide.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { t } from "../../words.ts";

export interface ApprovalsTableProps {
  approvals: readonly Approval[];
  kpis: readonly Kpi[];
  currency: string;
  onDecided: (approval: Approval) => void;
}

/** What waits, who asked since when, and the button for whoever decides. */
export function ApprovalsTable({ approvals, kpis, currency, onDecided }: ApprovalsTableProps) {
  return (
    <Card withBorder padding="sm">
      <Table verticalSpacing="sm" className="stacks-on-phone">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="50%">{t`What`}</Table.Th>
            <Table.Th>{t`Asked`}</Table.Th>
            <Table.Th w="28%">{t`Decision`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {approvals.map((approval) => (
            <Table.Tr key={`${approval.kind} ${approval.objectId}`}>
              <Table.Th scope="row" fw={400}>
                <Text fw={600}>{approval.what}</Text>
                <Text size="sm">{termsOf(approval, kpis, currency)}</Text>
                <StandsOn approval={approval} />
                <SetUpLink approval={approval} />
              </Table.Th>
              <Table.Td data-label={t`Asked`}>
                <span className="tabular">{formatInstant(approval.askedAt)}</span>
                <Text size="sm" c="dimmed">
                  {approval.askedBy}
                </Text>
              </Table.Td>
              <Table.Td>
                <Decide approval={approval} onDecided={() => onDecided(approval)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

/** How well a baseline would be known, or where the guardrails stand and who answers for each. */
function StandsOn({ approval: { baseline, guardrails } }: { approval: Approval }) {
  const places = (guardrails?.rules ?? []).map(({ where, owner }) => `${where} (${owner})`);
  const text = baseline === null ? places.join("; ") : formatSentence(baseline.reasons.join(" "));
  return text === "" ? null : (
    <Text size="sm" c="dimmed">
      {text}
    </Text>
  );
}

function termsOf(approval: Approval, kpis: readonly Kpi[], currency: string) {
  const { baseline, assumptions, businessCase, gateReview, guardrails, kpiKey } = approval;
  if (baseline !== null) return baselineWords(baseline);
  if (businessCase !== null) return caseWords(businessCase);
  if (gateReview !== null) return gateReviewWords(gateReview);
  if (guardrails !== null) return guardrailWords(guardrails);
  if (assumptions === null) return "";
  const kpi = kpis.find(({ key }) => key === kpiKey);
  return assumptionWords(assumptions, kpi, currency).join(" · ");
}

/** Where it is set up, with all that it stands on. */
function SetUpLink({ approval: { initiativeId, initiative } }: { approval: Approval }) {
  if (initiativeId === null) return null;
  return (
    <InitiativeLink initiativeId={initiativeId} size="sm" hash="set-up">
      {initiative ?? t`Its initiative`}
    </InitiativeLink>
  );
}
