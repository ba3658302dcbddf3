import { liftTermsOf } from "@liftledger/roi/business-case/benefit-actuals";
import { Box, Table, Text, Title } from "@mantine/core";
import type { CasePlan } from "@liftledger/contracts/case-plan";
import type { ReactNode } from "react";
import { t } from "../../words.ts";
import {
  categoryName,
  classNames,
  estimateWords,
  evidenceNames,
  fieldNames,
  isBenefit,
  pathsOf,
  pathWords,
  riskWords,
  runWords,
  type Assumption,
  type ColumnName,
  type PlanLine,
} from "./plan-words.ts";

export interface LineReadingProps {
  plan: CasePlan;
  columns: readonly ColumnName[];
  line: PlanLine;
}

/** A line to be read: what it is, when it comes, every value with where it comes from and who stands for it. */
export function LineReading({ plan, columns, line, children }: LineReadingProps & { children?: ReactNode }) {
  return (
    <Box component="section" mb="lg" aria-label={line.name}>
      <Title order={3} fz="md">
        {line.name}
      </Title>
      <Text size="sm" c="dimmed">
        {factsOf({ plan, columns, line }).join(" · ")}
      </Text>
      <Table fz="sm" verticalSpacing={6} mt={4} className="stacks-on-phone">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="22%">{t`Assumption`}</Table.Th>
            <Table.Th w="24%">{t`Value`}</Table.Th>
            <Table.Th>{t`Where it comes from`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {pathsOf(line).map(([field, path]) => (
            <Table.Tr key={field}>
              <Table.Th scope="row" fw={500}>
                {fieldNames[field]}
              </Table.Th>
              <Table.Td className="tabular" data-label={t`Value`}>
                {pathWords(columns, { field, currency: line.currency ?? plan.currency }, path)}
              </Table.Td>
              <Table.Td data-label={t`Where it comes from`}>
                <SourceReading
                  assumption={
                    line.assumptions.find((one) => one.field === field) ??
                    line.assumptions.find((one) => one.field === "line")
                  }
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {children}
    </Box>
  );
}

function factsOf({ plan, columns, line }: LineReadingProps): string[] {
  const { owner, currency } = line;
  return [
    isBenefit(line) ? classNames[line.class] : categoryName(line.category),
    runWords(plan, columns, line),
    owner === null ? t`Nobody stands for it yet` : t`${owner} stands for it`,
    ...(currency === null || currency === plan.currency ? [] : [t`in ${currency}`]),
    ...(isBenefit(line) && liftTermsOf(line) === "relative"
      ? [t`The difference is a share of what there would be`]
      : []),
    estimateWords(line),
    riskWords(line),
    ...(isBenefit(line) && line.cashMechanism !== null ? [t`Becomes cash: ${line.cashMechanism}`] : []),
  ];
}

function SourceReading({ assumption }: { assumption: Assumption | undefined }) {
  if (assumption === undefined) return <Text size="sm" c="dimmed">{t`not said yet`}</Text>;
  const { source, evidence, owner, signedBy, note } = assumption;
  const facts = [
    evidenceNames[evidence],
    ...(owner === null ? [] : [owner]),
    ...(signedBy === null ? [] : [t`accepted by ${signedBy}`]),
  ];
  return (
    <>
      {source === "" ? t`no source yet` : source}
      <Text size="xs" c="dimmed">
        {facts.join(" · ")}
      </Text>
      {note !== null && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </>
  );
}
