import { Card, Group, Stack, Text, Title } from "@mantine/core";
import { phaseNames } from "../verdict/verdict-look.ts";
import { LookShape } from "../verdict/status-mark.tsx";
import type { EvaluatedScenario } from "./metric-rows.ts";
import { t } from "../../words.ts";

type Against = NonNullable<EvaluatedScenario["benchmarks"]>[number];

const looks = {
  no: { shape: "ring", colour: "var(--ll-quiet)" },
  under: { shape: "down", colour: "var(--ll-cost)" },
  within: { shape: "circle", colour: "var(--ll-actual)" },
  over: { shape: "up", colour: "var(--ll-actual)" },
} as const;

/** What the benchmarks of the phases say to the plan: first whether the two may be compared at all. */
export function BenchmarksCard({ benchmarks }: { benchmarks: EvaluatedScenario["benchmarks"] }) {
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="case-benchmarks">
      <Title order={3} fz="md" id="case-benchmarks">{t`What the benchmarks say`}</Title>
      <Text
        size="sm"
        c="dimmed"
        mb="sm"
      >{t`Of the base, money only, after the risk of its lines, over the whole plan. A benchmark on another footing is not held against it.`}</Text>
      {benchmarks === null ? (
        <Text size="sm">{t`There is no whole return yet that could be held against them.`}</Text>
      ) : (
        <Stack gap="sm">
          {benchmarks.map((against) => (
            <Group key={against.phase} gap="sm" wrap="nowrap" align="flex-start">
              <Text component="span" lh={1} pt={4}>
                <LookShape look={lookOf(against)} />
              </Text>
              <Text size="sm">
                <Text span fw={600}>
                  {phaseNames[against.phase]}
                </Text>
                {/* no text: a colon between a name and what is said of it */}
                {": "}
                {against.isComparable ? "" : `${t`Not comparable.`} `}
                {against.sentence}
              </Text>
            </Group>
          ))}
        </Stack>
      )}
    </Card>
  );
}

function lookOf({ isComparable, position }: Against) {
  if (!isComparable || position === null) return looks.no;
  if (position === "below-floor") return looks.under;
  return position === "in-band" ? looks.within : looks.over;
}
