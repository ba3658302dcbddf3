import { Badge, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import type { BenchmarkSet } from "@liftledger/contracts/benchmark-set";
import { useState } from "react";
import { formatDate } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { RetirementControls } from "../retirement/retirement-controls.tsx";
import { RetiredBadge } from "../retirement/show-retired.tsx";
import { BandTable } from "./band-table.tsx";
import { SetForm } from "./set-form.tsx";
import { t } from "../../words.ts";

const phases = ["pilots", "scale", "transform"] as const;
const spanWords = {
  cumulative: t`since the first spend`,
  "in-phase": t`of one phase; not comparable with a return since the first spend`,
  annualised: t`a year’s; not comparable with a return since the first spend`,
};

/** One set of own benchmarks: what it says, since when, by whom; and its next version. */
export function SetCard({
  set,
  inUse,
  mayChange,
}: {
  set: BenchmarkSet;
  inUse: boolean;
  mayChange: boolean;
}) {
  const [changing, setChanging] = useState(false);
  const { name, version, validFrom, approvedBy, recordedBy, source, caveat, basis, span } = set;
  return (
    <Card withBorder padding="md">
      <Stack gap="sm">
        <Group gap="xs">
          <Title order={2} fz="lg">
            {name}
          </Title>
          {inUse && <Badge variant="default" tt="none" fw={500}>{t`In use`}</Badge>}
          <RetiredBadge retired={set.retired} />
        </Group>
        <Text size="sm">
          {source}. {caveat}
        </Text>
        <BandTable
          label={t`Bands of ${name}`}
          rows={phases.map((phase) => ({
            phase,
            floor: set.bands[phase]?.floor ?? null,
            ceiling: set.bands[phase]?.ceiling ?? null,
            isPublished: set.bands[phase] === null,
          }))}
        />
        <Text size="xs" c="dimmed">
          {t`Version ${version}, in force from ${formatDate(validFrom, readerLocale)}; entered by ${recordedBy}, approved by ${approvedBy}.`}{" "}
          {basis === "net" ? t`Net, ${spanWords[span]}.` : t`Gross, ${spanWords[span]}.`}
        </Text>
        {!mayChange ? null : changing ? (
          <SetForm set={set} onDone={() => setChanging(false)} />
        ) : (
          <SetButtons set={set} inUse={inUse} onChange={() => setChanging(true)} />
        )}
      </Stack>
    </Card>
  );
}

function SetButtons({ set, inUse, onChange }: { set: BenchmarkSet; inUse: boolean; onChange: () => void }) {
  const { setId, version, name, retired } = set;
  const params = { setId };
  return (
    <Group gap="sm">
      {retired === null && (
        <Button
          variant="default"
          aria-label={t`Make a new version of ${name}`}
          onClick={onChange}
        >{t`New version`}</Button>
      )}
      {!inUse && (
        <RetirementControls
          thing={`benchmark-set:${setId}`}
          needs="finance"
          name={name}
          retired={retired}
          explained={t`It can be chosen no more. What was judged by it stays as it was, and it can be restored.`}
          retire={(client, reason, idempotencyKey) =>
            client.call("retireBenchmarkSet", { params, body: { version, reason }, idempotencyKey })
          }
          restore={(client, idempotencyKey) =>
            client.call("restoreBenchmarkSet", { params, body: { version }, idempotencyKey })
          }
        />
      )}
    </Group>
  );
}
