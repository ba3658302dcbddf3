import { Button, Collapse, List, Text } from "@mantine/core";
import type { Baseline } from "@liftledger/contracts/initiative";
import { useDisclosure } from "@mantine/hooks";
import { formatInstant } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";

import { form, plural, t } from "../../words.ts";

/** The baselines of a series that stood before: frozen when and by whom, ended when, by whom and why. */
export function EarlierBaselines({ baselines }: { baselines: readonly Baseline[] }) {
  const [opened, { toggle }] = useDisclosure(false);
  if (baselines.length === 0) return null;
  return (
    <div>
      <Button variant="subtle" size="compact-xs" onClick={toggle} aria-expanded={opened}>
        {baselines.length === 1 ? t`The baseline before it` : t`The ${baselines.length} baselines before it`}
      </Button>
      <Collapse expanded={opened}>
        <List size="sm" mt="xs">
          {baselines.toReversed().map((one) => (
            <List.Item key={one.baselineId}>
              <Text size="sm">{earlierWords(one)}</Text>
            </List.Item>
          ))}
        </List>
      </Collapse>
    </div>
  );
}

function earlierWords(baseline: Baseline): string {
  const { frozenAt, frozenBy, draftedBy, digest, superseded, prePeriods } = baseline;
  const frozen =
    frozenAt === null
      ? ""
      : t`frozen ${formatInstant(frozenAt, readerLocale)} by ${frozenBy ?? t`nobody known`}`;
  const stood = [
    plural(prePeriods, form`${prePeriods} period`, form`${prePeriods} periods`),
    t`drafted by ${draftedBy}`,
    frozen,
    t`digest ${digest?.slice(0, 12) ?? t`none`}`,
  ].join(", ");
  if (superseded === null) return `${stood}.`;
  const { at, by, unfreezeReason } = superseded;
  const ended = t`${formatInstant(at, readerLocale)} by ${by}`;
  return unfreezeReason === null
    ? t`${stood}; superseded ${ended}.`
    : t`${stood}; unfrozen ${ended}: ${unfreezeReason}`;
}
