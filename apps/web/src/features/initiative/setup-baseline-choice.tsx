import { Alert, Button, Stack, Text } from "@mantine/core";
import { allRows } from "@liftledger/contracts/client";
import type { Baseline, Benefit } from "@liftledger/contracts/initiative";
import type { Series } from "@liftledger/contracts/series";
import { usePerson } from "../../use-session.ts";
import { useWrite } from "../../use-write.ts";
import { ClosedMonthsNote } from "../periods/closed-months-note.tsx";
import { ClosedRefusal } from "../periods/closed-refusal.tsx";
import { mayFreeze, whoFreezes } from "./freeze-words.ts";
import { SetupBaselineFacts } from "./setup-baseline-facts.tsx";
import { t } from "../../words.ts";

interface SetupBaselineChoiceProps {
  baseline: Baseline;
  benefit: Benefit;
  series: Series;
}

/** A baseline that is not in use yet: what it would stand on, who freezes it, and what that means. */
export function SetupBaselineChoice({ baseline, benefit, series }: SetupBaselineChoiceProps) {
  const person = usePerson();
  const isDraft = baseline.status === "draft";
  const freezes = isDraft && mayFreeze(baseline, person);
  const mayUse = person?.role === "finance" || person?.role === "admin";
  const use = useWrite<string, Benefit>(async (client, id, idempotencyKey) => {
    if (freezes) {
      const params = { baselineId: id };
      await client.call("freezeBaseline", { params, idempotencyKey: `${idempotencyKey}-freeze` });
    }
    // Freezing moves benefits that stood on an earlier one of the same start, and with them their version.
    const rows = await allRows(client, "listBenefits", { params: { initiativeId: benefit.initiativeId } });
    const now = rows.find((one) => one.benefitId === benefit.benefitId) ?? benefit;
    if (now.baselineId === id) return now;
    return client.call("changeBenefit", {
      params: { benefitId: benefit.benefitId },
      body: { version: now.version, baselineId: id },
      idempotencyKey,
    });
  });
  const unfrozen = isDraft ? t`Use it, not frozen yet` : t`Use it for this benefit`;
  return (
    <Alert
      variant="default"
      title={isDraft ? t`Drafted, not in use yet` : t`Frozen, not used by this benefit`}
    >
      <Stack gap="sm">
        <SetupBaselineFacts baseline={baseline} series={series} />
        {isDraft && <Text size="sm">{draftWords(baseline, freezes, whoFreezes(baseline, person))}</Text>}
        {freezes && use.error === null && <ClosedMonthsNote months={baseline.closedMonths} />}
        {use.error !== null && <ClosedRefusal what={t`The baseline is not in use.`} error={use.error} />}
        {mayUse && (
          <div>
            <Button
              loading={use.pending}
              disabled={baseline.prePeriods === 0}
              onClick={() => use.send(baseline.baselineId)}
            >
              {freezes ? t`Freeze it and use it` : unfrozen}
            </Button>
          </div>
        )}
      </Stack>
    </Alert>
  );
}

function draftWords({ prePeriods }: Baseline, freezes: boolean, who: string): string {
  if (prePeriods === 0) {
    return t`There is nothing to freeze: log or import numbers from before the start, then draft again.`;
  }
  if (freezes) {
    return t`Freezing keeps a digest of the ${prePeriods} numbers it stands on. They can still be corrected, but the baseline does not move: it says that they were.`;
  }
  return t`${who} In use before that, it gives figures that do not count yet.`;
}
