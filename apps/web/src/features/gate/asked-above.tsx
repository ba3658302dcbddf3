import { Box, Button, Group, Paper, Text, Title } from "@mantine/core";
import { formatInstant } from "../../components/format-date.ts";
import { form, plural, t } from "../../words.ts";
import { decisionNames } from "./gate-words.ts";
import type { Waiting } from "./queries.ts";

/** What waits at this gate, above all that it stands on: the evidence is long, and who signs looks for this first. */
export function AskedAbove({ review }: { review: Waiting }) {
  const { decision, reason, openedBy, openedAt, signing, refusals } = review;
  const isYours = signing === "yours" && refusals.length === 0;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="gate-asked">
      <Group justify="space-between" align="flex-start" gap="md">
        <Box flex="1 1 320px" miw={0}>
          <Title
            order={2}
            fz={18}
            id="gate-asked"
          >{t`It waits for a decision: ${decisionNames[decision]}`}</Title>
          <Text mt={4}>{`“${reason}”`}</Text>
          <Text size="sm" c="dimmed" mt={4}>
            {t`Asked for by ${openedBy}, ${formatInstant(openedAt)}.`} {standing(review)}
          </Text>
        </Box>
        <Button component="a" href="#gate-decision" variant={isYours ? "filled" : "default"}>
          {isYours ? t`Read on and sign` : t`To the decision`}
        </Button>
      </Group>
    </Paper>
  );
}

function standing({ refusals, signing, status }: Waiting): string {
  if (refusals.length > 0)
    return plural(
      refusals.length,
      form`${refusals.length} thing is to be settled before anybody can sign it.`,
      form`${refusals.length} things are to be settled before anybody can sign it.`,
    );
  if (signing === "own") return t`Somebody else than you signs it.`;
  if (signing === "finance") return t`Finance signs it.`;
  return status === "signed" ? t`The second signature can be yours.` : t`You can sign it.`;
}
