import { Badge, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import type { BenchmarkSet } from "@liftledger/contracts/benchmark-set";
import { useState } from "react";
import { formatDate } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useWrite } from "../../use-write.ts";
import { BandTable } from "./band-table.tsx";
import { SetForm } from "./set-form.tsx";

const phases = ["pilots", "scale", "transform"] as const;
const spanWords = {
  cumulative: "since the first spend",
  "in-phase": "of one phase; not comparable with a return since the first spend",
  annualised: "a year's; not comparable with a return since the first spend",
};

/** One set of own benchmarks: what it says, since when, by whom; and its next version. */
export function SetCard({ set, inUse }: { set: BenchmarkSet; inUse: boolean }) {
  const [changing, setChanging] = useState(false);
  const { name, version, validFrom, approvedBy, recordedBy, source, caveat, basis, span } = set;
  return (
    <Card withBorder padding="md">
      <Stack gap="sm">
        <Group gap="xs">
          <Title order={2} fz="lg">
            {name}
          </Title>
          {inUse && (
            <Badge variant="default" tt="none" fw={500}>
              In use
            </Badge>
          )}
          {set.retiredAt !== null && (
            <Badge variant="default" tt="none" fw={500}>
              Retired
            </Badge>
          )}
        </Group>
        <Text size="sm">
          {source}. {caveat}
        </Text>
        <BandTable
          label={`Bands of ${name}`}
          rows={phases.map((phase) => ({
            phase,
            floor: set.bands[phase]?.floor ?? null,
            ceiling: set.bands[phase]?.ceiling ?? null,
            ...(set.bands[phase] === null ? { note: "as published" } : {}),
          }))}
        />
        <Text size="xs" c="dimmed">
          Version {version}, in force from {formatDate(validFrom, readerLocale)}; entered by {recordedBy},
          approved by {approvedBy}. {basis === "net" ? "Net" : "Gross"}, {spanWords[span]}.
        </Text>
        {changing ? (
          <SetForm set={set} onDone={() => setChanging(false)} />
        ) : (
          set.retiredAt === null && <SetButtons set={set} inUse={inUse} onChange={() => setChanging(true)} />
        )}
      </Stack>
    </Card>
  );
}

function SetButtons({ set, inUse, onChange }: { set: BenchmarkSet; inUse: boolean; onChange: () => void }) {
  const retire = useWrite<{ setId: string; version: number }, BenchmarkSet>(
    (client, { setId, version }, idempotencyKey) =>
      client.call("retireBenchmarkSet", { params: { setId }, body: { version }, idempotencyKey }),
  );
  return (
    <>
      {retire.error !== null && <ProblemAlert what="It was not retired." error={retire.error} />}
      <Group gap="sm">
        <Button variant="default" aria-label={`Make a new version of ${set.name}`} onClick={onChange}>
          New version
        </Button>
        {!inUse && (
          <Button
            variant="subtle"
            loading={retire.pending}
            aria-label={`Retire ${set.name}`}
            onClick={() => retire.send(set)}
          >
            Retire
          </Button>
        )}
      </Group>
    </>
  );
}
