import { Alert, List, Text } from "@mantine/core";
import type { ControlLine } from "@liftledger/contracts/evaluation";
import type { Baseline } from "@liftledger/contracts/initiative";
import { capitalised } from "@liftledger/kpis/within-sentence";
import { formatPeriods } from "../../components/format-periods.ts";
import { form, plural, t } from "../../words.ts";

const useWords = {
  weighed: t`weighed by how closely it moves`,
  subtracted: t`its movement is taken off as it is`,
  "left-out": t`left out: there is too little history for it`,
};
const mostNamed = 8;

/** The series a baseline is compared with, and what was corrected of them since it was frozen. */
export function ControlFacts({ baseline: { controls } }: { baseline: Pick<Baseline, "controls"> }) {
  if (controls.length === 0) return null;
  const corrected = controls.filter(({ correctedSince }) => correctedSince.length > 0);
  return (
    <>
      <Text size="sm" mt={4}>{t`Compared with`}</Text>
      <List size="sm" mb={4}>
        {controls.map(({ seriesId, name, use }) => (
          <List.Item key={seriesId}>
            {name}: {useWords[use]}
          </List.Item>
        ))}
      </List>
      {corrected.length > 0 && (
        <Alert variant="default" my="xs" title={t`Numbers it is compared with were corrected since`}>
          {corrected.map(({ seriesId, name, correctedSince }) => (
            <Text size="sm" key={seriesId}>
              {name}: {someOf(correctedSince)}
            </Text>
          ))}
          <Text size="sm">{t`The baseline still stands on the numbers as they were; unfreeze it, or draft another, to take the corrections in.`}</Text>
        </Alert>
      )}
    </>
  );
}

/** What the thin lines of a chart are, a sentence of its subtitle; none where there are none. */
export function thinLines(controls: readonly ControlLine[]): string[] {
  return controls.length === 0 ? [] : [t`Thin: what it is compared with, brought to the same level.`];
}

/** The periods that do not count yet because what they are compared with was not logged. */
export function ControlsWaiting({ controls }: { controls: readonly ControlLine[] }) {
  const late = controls.filter(({ waiting }) => waiting.length > 0);
  if (late.length === 0) return null;
  return (
    <Alert variant="default" title={t`Some numbers wait for what they are compared with`}>
      {late.map(({ seriesId, name, waiting }) => (
        <Text size="sm" key={seriesId}>
          {capitalised(
            plural(
              waiting.length,
              form`${someOf(waiting)} does not count until ${name} is logged as well.`,
              form`${someOf(waiting)} do not count until ${name} is logged as well.`,
            ),
          )}
        </Text>
      ))}
    </Alert>
  );
}

function someOf(periods: readonly string[]): string {
  const named = formatPeriods(periods.slice(0, mostNamed)).join("; ");
  return periods.length > mostNamed ? t`${named} and ${periods.length - mostNamed} more` : named;
}
