import { Card, Text, Title } from "@mantine/core";
import { FactsTable, type Fact } from "../../components/facts-table.tsx";
import type { CaseVersion } from "@liftledger/contracts/business-case";
import { formatInstant } from "../../components/format-date.ts";
import { formatMoney } from "../../components/format-number.ts";
import { askedOfPlan, askedTitle, benchmarkWords, rateWords, signaturesWords } from "./approval-words.ts";
import { isAskedAsItStands } from "../cases/case-words.ts";
import { KeyFigures } from "./key-figures.tsx";
import { t } from "../../words.ts";

/** What is asked: the spend, by which rules it is approved, and what it comes to. */
export function AskedCard({ version }: { version: CaseVersion }) {
  const { terms, submittedBy, submittedAt, authors, caseId, number } = version;
  const { spend, spendHere } = terms;
  const isAsked = isAskedAsItStands(version);
  const isElsewhere = spend !== null && spendHere !== null && spend.currency !== spendHere.currency;
  const facts: Fact[] = [
    [
      t`Asked by`,
      submittedBy === null
        ? t`Nobody yet`
        : isAsked
          ? `${submittedBy}, ${formatInstant(submittedAt ?? "")}`
          : t`Nobody since it was written anew`,
    ],
    [t`Written by`, authors.join(", ")],
    [t`Signatures`, signaturesWords(terms)],
    [t`What it has to say`, askedOfPlan(terms)],
    [t`Discount rate`, rateWords(version)],
    [t`Benchmarks`, benchmarkWords(terms)],
    ...(isElsewhere
      ? [
          [
            t`In the organisation’s currency`,
            formatMoney(Number(spendHere.amount), spendHere.currency),
          ] as const,
        ]
      : []),
  ];
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="case-asked">
      <Title order={2} fz="xl" id="case-asked">
        {askedTitle(version)}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {isAsked
          ? t`By the rules that held when approval was asked for.`
          : t`By the rules of today; they are fixed when approval is asked for.`}
      </Text>
      <FactsTable facts={facts} />
      <KeyFigures place={{ caseId, number }} />
    </Card>
  );
}
