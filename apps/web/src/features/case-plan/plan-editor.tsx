import { Box, Button, Grid, Group, Stack, Text } from "@mantine/core";
import { useDebouncedValue, useHotkeys } from "@mantine/hooks";
import type { CaseVersion } from "@liftledger/contracts/business-case";
import { useMemo } from "react";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { BasicsCard } from "./basics-card.tsx";
import { ConflictPanel } from "./conflict-panel.tsx";
import { CorrelationsCard } from "./correlations-card.tsx";
import { LinesCard } from "./lines-card.tsx";
import { liveCase, moneyWords } from "./live-case.ts";
import { PlanFormContext } from "./plan-form.ts";
import { PlanTotals } from "./plan-totals.tsx";
import { ScenariosCard } from "./scenarios-card.tsx";
import { usePlanForm } from "./use-plan-form.ts";
import type { PlanDraft } from "./use-plan-draft.ts";
import { t } from "../../words.ts";

/** Where a plan is written: its basics, its lines and scenarios, and beside them what it comes to. */
export function PlanEditor({ version }: { version: CaseVersion }) {
  const { form, draft, goTo, save, submit } = usePlanForm(version);
  const isWrong = form.problems.some(({ severity }) => severity === "wrong");
  // It is told with its plan: a plan that is right by now must not lend its word to the wrong one that rested before it.
  const told = useMemo(() => ({ plan: form.plan, isWrong }), [form.plan, isWrong]);
  const [settled] = useDebouncedValue(told, 250);
  // What is wrong has no value; it is not even asked until the typing rests.
  const live = useMemo(() => (settled.isWrong ? undefined : reckoned(settled.plan)), [settled]);
  useHotkeys([["mod+Enter", save]], []);
  return (
    <PlanFormContext value={form}>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 9 }}>
          <Stack gap="md">
            {draft.isConflict && (
              <ConflictPanel
                basePlan={draft.basePlan}
                version={version}
                onTogether={draft.putTogether}
                onTakeTheirs={draft.takeTheirs}
              />
            )}
            <BasicsCard />
            <LinesCard side="benefits" live={live} />
            <LinesCard side="costs" live={live} />
            <ScenariosCard live={live} />
            <CorrelationsCard />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 3 }}>
          <Box pos={{ base: "static", lg: "sticky" }} top={72}>
            <PlanTotals live={live} goTo={goTo} />
          </Box>
        </Grid.Col>
      </Grid>
      <SaveBar
        draft={draft}
        worth={live === undefined ? null : moneyWords(live.base.figures.netPresentValue, live.currency)}
        onSave={save}
        onSubmit={submit}
      />
    </PlanFormContext>
  );
}

/** What a plan comes to; nothing where it has no meaning yet. */
function reckoned(plan: Parameters<typeof liveCase>[0]) {
  try {
    return liveCase(plan);
  } catch (error) {
    // The engine refuses what `planProblems` calls wrong, which the page says already.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function SaveBar({
  draft,
  worth,
  onSave,
  onSubmit,
}: {
  draft: PlanDraft;
  /** What the plan is worth today; null where something is wrong. */
  worth: string | null;
  onSave: () => void;
  onSubmit: () => void;
}) {
  const { save, submit, isChanged, isConflict } = draft;
  return (
    <div className="save-bar">
      {save.error !== null && <ProblemAlert what={t`The plan was not saved.`} error={save.error} />}
      {submit.error !== null && <ProblemAlert what={t`Approval was not asked for.`} error={submit.error} />}
      <Group gap="sm">
        <Button
          loading={save.pending}
          disabled={isConflict}
          variant={isChanged ? "filled" : "default"}
          onClick={onSave}
        >{t`Save the plan`}</Button>
        <Button
          variant="default"
          loading={submit.pending}
          disabled={isConflict}
          onClick={onSubmit}
        >{t`Ask for approval`}</Button>
        {worth !== null && (
          <Text size="sm" hiddenFrom="lg" className="tabular">{t`Worth today ${worth}`}</Text>
        )}
        <Text size="sm" c="dimmed" role="status">
          {isChanged
            ? t`Not saved yet: kept in this browser.`
            : save.result === undefined
              ? ""
              : t`The plan is saved.`}
        </Text>
      </Group>
    </div>
  );
}
