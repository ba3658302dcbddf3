import { formatCount } from "../../components/format-number.ts";
import { Button, Card, Checkbox, Group, Stack, TextInput, Title } from "@mantine/core";
import type { ImportSummary } from "@liftledger/contracts/import";
import type { Kpi } from "@liftledger/contracts/kpi";
import { useEffect, useRef, useState } from "react";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { SummaryView } from "./summary-view.tsx";
import { recordWords } from "./recipe-target.ts";
import type { MappingFlow } from "./use-mapping-flow.ts";
import { form, plural, t } from "../../words.ts";

export interface PreviewCardProps {
  summary: ImportSummary;
  flow: Omit<MappingFlow, "setMapping">;
  kpis: readonly Kpi[];
}

/** What the import would do, and the button that does it. */
export function PreviewCard({ summary, flow, kpis }: PreviewCardProps) {
  const [isRemembered, setRemembered] = useState(flow.startRemembering);
  const { periods, records } = summary;
  const writes = periods.new + periods.changed + periods.beside + records.new;
  const heading = useRef<HTMLHeadingElement>(null);
  // The preview appears below the fold: whoever asked for it is led there, also by a screen reader.
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card withBorder padding="md">
      <Stack gap="md">
        <Title order={2} fz="lg" ref={heading} tabIndex={-1} className="led-to">
          {writes === 0 ? t`The file says nothing new` : t`This is what the import would do`}
        </Title>
        <SummaryView summary={summary} kpis={kpis} currency={flow.currency} verb={t`would be`} />
        <Group align="center" gap="md">
          <Checkbox
            label={t`Remember this mapping`}
            checked={isRemembered}
            onChange={({ currentTarget }) => setRemembered(currentTarget.checked)}
          />
          {isRemembered && (
            <TextInput
              aria-label={t`Name of the mapping`}
              w={260}
              value={flow.mapping.name}
              error={flow.problems["name"]}
              onChange={({ currentTarget }) => flow.setName(currentTarget.value)}
            />
          )}
        </Group>
        {flow.write.error !== null && (
          <ProblemAlert what={t`Nothing was imported.`} error={flow.write.error} />
        )}
        {flow.run === undefined ? (
          <div>
            <Button
              disabled={writes === 0}
              loading={flow.write.pending}
              onClick={() => flow.import(isRemembered)}
            >
              {importWords(summary)}
            </Button>
          </div>
        ) : (
          <ImportProgress run={flow.run} />
        )}
      </Stack>
    </Card>
  );
}

function importWords({ target, periods, records }: ImportSummary): string {
  if (target !== "series") {
    const count = formatCount(records.new);
    return records.new === 0 ? t`Nothing to import` : t`Import ${count} ${recordWords(target, records.new)}`;
  }
  const parts = [
    periods.new > 0 ? t`${periods.new} new` : undefined,
    periods.changed > 0 ? t`${periods.changed} changed` : undefined,
    periods.beside > 0 ? t`${periods.beside} contested` : undefined,
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return t`Nothing to import`;
  const written = periods.new + periods.changed + periods.beside;
  const what = parts.reduce((one, other) => t`${one} and ${other}`);
  return plural(written, form`Import ${what} period`, form`Import ${what} periods`);
}
