import { Card, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Told } from "../explain/told.tsx";
import { phaseNames } from "../verdict/verdict-look.ts";
import { LookShape } from "../verdict/status-mark.tsx";
import type { EvaluatedScenario } from "./metric-rows.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

type Against = NonNullable<EvaluatedScenario["benchmarks"]>[number];

const looks = {
  no: { shape: "ring", colour: "var(--ll-quiet)" },
  under: { shape: "down", colour: "var(--ll-cost)" },
  within: { shape: "circle", colour: "var(--ll-actual)" },
  over: { shape: "up", colour: "var(--ll-actual)" },
} as const;

interface BenchmarksCardProps {
  scenario: Pick<EvaluatedScenario, "benchmarks" | "benchmarksBeforeRisk" | "firstYear">;
  risk: "before" | "after";
}

/** What the benchmarks of the phases and of the first year say to the plan: first whether the two may be compared. */
export function BenchmarksCard({ scenario, risk }: BenchmarksCardProps) {
  const benchmarks = risk === "before" ? scenario.benchmarksBeforeRisk : scenario.benchmarks;
  const { firstYear } = scenario;
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="case-benchmarks">
      <Title order={3} fz="md" id="case-benchmarks">{t`What the benchmarks say`}</Title>
      <Text
        size="sm"
        c="dimmed"
        mb="sm"
      >{t`Of the base, money only, over the whole plan. A benchmark on another footing is not held against it.`}</Text>
      {benchmarks === null ? (
        <Text size="sm">{t`There is no whole return yet that could be held against them.`}</Text>
      ) : (
        <Stack gap="sm">
          {benchmarks.map((against) => (
            <Said
              key={against.phase}
              look={lookOf(against)}
              name={phaseNames[against.phase]}
              isComparable={against.isComparable}
              sentence={<Told parts={against.parts} />}
              // Where they are not comparable the sentence is the reason already.
              footing={against.isComparable ? against.comparability : null}
            />
          ))}
          {firstYear !== null && (
            <Said
              look={looks.no}
              name={t`First year`}
              isComparable={firstYear.isComparable}
              sentence={formatSentence(firstYear.sentence)}
              footing={null}
            />
          )}
        </Stack>
      )}
    </Card>
  );
}

interface SaidProps {
  look: (typeof looks)[keyof typeof looks];
  name: string;
  isComparable: boolean;
  sentence: ReactNode;
  footing: string | null;
}

function Said({ look, name, isComparable, sentence, footing }: SaidProps) {
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Text component="span" lh={1} pt={4}>
        <LookShape look={look} />
      </Text>
      <div>
        <Text size="sm">
          <Text span fw={600}>
            {name}
          </Text>
          {/* no text: a colon between a name and what is said of it */}
          {": "}
          {isComparable ? "" : `${t`Not comparable.`} `}
          {sentence}
        </Text>
        {footing !== null && (
          <Text size="xs" c="dimmed">
            {footing}
          </Text>
        )}
      </div>
    </Group>
  );
}

function lookOf({ isComparable, position }: Against) {
  if (!isComparable || position === null) return looks.no;
  if (position === "below-floor") return looks.under;
  return position === "in-band" ? looks.within : looks.over;
}
