import { Button, Group, Paper, SimpleGrid, Text } from "@mantine/core";
import type { Candidate } from "@liftledger/contracts/candidate";
import { useState } from "react";
import { formatMoney, formatPercent } from "../../components/format-number.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { showDecimal } from "../../components/typed-number.ts";
import { EstimateDialog } from "./estimate-dialog.tsx";
import { StartDialog } from "./start-dialog.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { form, plural, t } from "../../words.ts";

/** An idea in its place, with the four sides it is ranked by and the reason of each. */
export function CandidateCard({ candidate, canWrite }: { candidate: Candidate; canWrite: boolean }) {
  const { initiativeId, name, sentence, owner, team, place, missing } = candidate;
  const [open, setOpen] = useState<"estimate" | "start">();
  const close = () => setOpen(undefined);
  return (
    <Paper withBorder p="md" component="article" aria-label={name}>
      <Group justify="space-between" align="flex-start" gap="md">
        <div style={{ flex: "1 1 320px", minWidth: 0 }}>
          <Group gap="xs" align="baseline">
            {place !== null && (
              <Text fw={700} className="tabular" aria-label={t`Place ${place}`}>
                {place}.
              </Text>
            )}
            <InitiativeLink initiativeId={initiativeId} fw={600}>
              {name}
            </InitiativeLink>
          </Group>
          <Text mt={2}>“{formatSentence(sentence)}”</Text>
          <Text size="sm" c="dimmed">
            {[owner, team].join(" · ")}
          </Text>
        </div>
        {canWrite && (
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              onClick={() => setOpen("estimate")}
              aria-label={t`Estimate ${name}`}
            >{t`Estimate`}</Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => setOpen("start")}
              aria-label={t`Take it up: ${name}`}
            >
              {t`Take it up`}
            </Button>
          </Group>
        )}
      </Group>
      {missing.length > 0 && (
        <Text size="sm" mt="sm" fw={500}>
          {t`To be ranked it lacks: ${missing.join(", ")}.`}
        </Text>
      )}
      <Sides candidate={candidate} />
      {open === "estimate" && <EstimateDialog candidate={candidate} onClose={close} />}
      {open === "start" && <StartDialog candidate={candidate} onClose={close} />}
    </Paper>
  );
}

/** What it could bring, how far it can be measured, how ready it is, what it takes: each with its reason. */
function Sides({ candidate }: { candidate: Candidate }) {
  const { expectedValue, measurability, readiness, effortWeeks, reasons } = candidate;
  const weeks = Number(effortWeeks);
  const shown = {
    "expected-value":
      expectedValue === null
        ? t`not known`
        : formatMoney(Number(expectedValue.amount), expectedValue.currency, { digits: 0 }),
    measurability: t`${measurability} of 5`,
    readiness: formatPercent(Number(readiness)),
    effort:
      effortWeeks === null
        ? t`not estimated`
        : plural(
            weeks === 1 ? 1 : 2,
            form`${showDecimal(effortWeeks, readerLocale)} week`,
            form`${showDecimal(effortWeeks, readerLocale)} weeks`,
          ),
  };
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md" mt="md">
      {reasons.map(({ side, reason }) => (
        <div key={side}>
          <Text size="sm" c="dimmed">
            {sideNames[side]}
          </Text>
          <Text fw={600} className="tabular">
            {shown[side]}
          </Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {formatSentence(reason)}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}

const sideNames: Record<Candidate["reasons"][number]["side"], string> = {
  "expected-value": t`Could bring in a year`,
  measurability: t`Can be measured`,
  readiness: t`Ready for a pilot`,
  effort: t`Takes`,
};
