import { Button, Stack, Text } from "@mantine/core";
import type { Baseline } from "@liftledger/contracts/initiative";
import { usePerson } from "../../use-session.ts";
import { useWrite } from "../../use-write.ts";
import { ClosedMonthsNote } from "../periods/closed-months-note.tsx";
import { ClosedRefusal } from "../periods/closed-refusal.tsx";
import { mayFreeze, whoFreezes } from "./freeze-words.ts";
import { t } from "../../words.ts";

/** A draft in use: who may freeze it, and the button for them. */
export function FreezeBaseline({ baseline }: { baseline: Baseline }) {
  const person = usePerson();
  const freeze = useWrite<string, Baseline>((client, baselineId, idempotencyKey) =>
    client.call("freezeBaseline", { params: { baselineId }, idempotencyKey }),
  );
  const freezes = mayFreeze(baseline, person);
  return (
    <Stack gap="xs">
      <Text size="sm">
        {t`Not frozen yet: the figures that stand on it do not count.`}{" "}
        {freezes
          ? t`Freezing keeps a digest of the ${baseline.prePeriods} numbers it stands on, and says when one of them is corrected.`
          : whoFreezes(baseline, person)}
      </Text>
      {freezes && freeze.error === null && <ClosedMonthsNote months={baseline.closedMonths} />}
      {freeze.error !== null && <ClosedRefusal what={t`The baseline was not frozen.`} error={freeze.error} />}
      {freezes && (
        <div>
          <Button
            size="xs"
            loading={freeze.pending}
            disabled={baseline.prePeriods === 0}
            onClick={() => freeze.send(baseline.baselineId)}
          >{t`Freeze it`}</Button>
        </div>
      )}
    </Stack>
  );
}
