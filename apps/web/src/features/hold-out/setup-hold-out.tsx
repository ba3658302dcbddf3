import { Button, Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import type { HoldOut } from "@liftledger/contracts/hold-out";
import type { Kpi } from "@liftledger/contracts/kpi";
import { isTotal } from "@liftledger/kpis/kpi";
import { lazy, Suspense, useState } from "react";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useWrite } from "../../use-write.ts";
import { useHasRole } from "../access/use-has-role.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

const HoldOutForm = lazy(() =>
  import("./hold-out-form.tsx").then((module) => ({ default: module.HoldOutForm })),
);

export interface SetupHoldOutProps {
  benefitId: string;
  /** The series, as people call it. */
  name: string;
  kpi: Kpi;
  /** The one the benefit takes its lift from; undefined where it has none. */
  holdOut: HoldOut | undefined;
}

/** The hold-out of one benefit: logged, logged anew, taken back. */
export function SetupHoldOut({ benefitId, name, kpi, holdOut }: SetupHoldOutProps) {
  const [open, setOpen] = useState(false);
  const mayLog = useHasRole("contributor");
  // A total has no units that could be drawn by lot.
  if (isTotal(kpi)) return null;
  if (open)
    return (
      <Paper withBorder p="sm">
        <Text fw={600} mb="sm">{t`Hold-out of ${name}`}</Text>
        <Suspense fallback={<Skeleton height={520} />}>
          <HoldOutForm benefitId={benefitId} kpi={kpi} holdOut={holdOut} onDone={() => setOpen(false)} />
        </Suspense>
      </Paper>
    );
  if (holdOut !== undefined) {
    return <Logged holdOut={holdOut} name={name} onEdit={mayLog ? () => setOpen(true) : undefined} />;
  }
  if (!mayLog) return null;
  return (
    <div>
      <Button
        variant="default"
        size="xs"
        onClick={() => setOpen(true)}
        aria-label={t`Log a hold-out of ${name}`}
      >{t`Log a hold-out`}</Button>
      <Text
        size="sm"
        c="dimmed"
        mt={4}
        maw={640}
      >{t`Where a part of the ${kpi.denominator.counts}, drawn by lot, went without: the surest way to know.`}</Text>
    </div>
  );
}

interface LoggedProps {
  holdOut: HoldOut;
  name: string;
  /** Undefined for who may not change it. */
  onEdit: (() => void) | undefined;
}

function Logged({ holdOut, name, onEdit }: LoggedProps) {
  const { holdOutId, revision, recordedBy, source, result } = holdOut;
  const retract = useWrite<string, { retracted: true }>((client, id, idempotencyKey) =>
    client.call("retractHoldOut", { params: { holdOutId: id }, idempotencyKey }),
  );
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div>
            <Text fw={600}>{t`Hold-out of ${name}`}</Text>
            <Text size="sm">
              {result === null ? t`Its arms cannot be compared.` : formatSentence(result.sentence)}
            </Text>
            <Text size="sm" c="dimmed">{t`${source}, revision ${revision}, logged by ${recordedBy}`}</Text>
          </div>
          {onEdit !== undefined && (
            <Group gap="xs">
              <Button
                variant="default"
                size="xs"
                onClick={onEdit}
                aria-label={t`Change the hold-out of ${name}`}
              >{t`Change`}</Button>
              <Button
                variant="default"
                size="xs"
                loading={retract.pending}
                onClick={() => retract.send(holdOutId)}
                aria-label={t`Take back the hold-out of ${name}`}
              >{t`Take back`}</Button>
            </Group>
          )}
        </Group>
        {retract.error !== null && (
          <ProblemAlert what={t`The hold-out was not taken back.`} error={retract.error} />
        )}
      </Stack>
    </Paper>
  );
}
