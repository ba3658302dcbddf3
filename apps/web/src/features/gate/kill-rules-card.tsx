import { Badge, Box, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import type { KillRule } from "@liftledger/contracts/kill-rule";
import { IconAlertTriangle, IconCheck, IconClock, IconHelp } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { readDraft } from "../../components/draft-store.ts";
import { formatInstant } from "../../components/format-date.ts";
import { ReasonDialog } from "../../components/reason-dialog.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { killResultNames } from "./gate-words.ts";
import { KillRuleForm, killRuleDraftKey } from "./kill-rule-form.tsx";
import { killRulesQuery } from "./queries.ts";
import { phaseNames } from "../verdict/verdict-look.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

/** What would end the initiative, declared before the phase, and how each rule stands today. */
export function KillRulesCard({
  initiativeId,
  phases,
}: {
  initiativeId: string;
  /** The phases that are still to come. */
  phases: readonly KillRule["phase"][];
}) {
  const organisationId = useOrganisationId();
  const rows = useQuery(killRulesQuery(organisationId, initiativeId)).data?.rows;
  const canWrite = usePerson()?.role !== "viewer";
  const [isOpen, setOpen] = useState(
    () => canWrite && readDraft(localStorage, killRuleDraftKey(organisationId, initiativeId)) !== undefined,
  );
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="kill-rules">
      <Title order={2} fz={18} id="kill-rules" style={{ scrollMarginTop: 88 }}>{t`What would end it`}</Title>
      <Text
        size="sm"
        c="dimmed"
        mb="sm"
      >{t`Declared before a phase begins, while nobody knows how it goes. A rule does not change; it may be withdrawn with a reason.`}</Text>
      {rows?.length === 0 && <Text size="sm" mb="sm">{t`No rule is declared yet.`}</Text>}
      <Stack gap="sm" mb={rows !== undefined && rows.length > 0 ? "md" : 0}>
        {rows?.map((rule) => (
          <Rule key={rule.killRuleId} rule={rule} canWrite={canWrite} />
        ))}
      </Stack>
      {isOpen && phases.length > 0 ? (
        <KillRuleForm initiativeId={initiativeId} phases={phases} onDone={() => setOpen(false)} />
      ) : (
        canWrite &&
        phases.length > 0 && (
          <Button variant="default" onClick={() => setOpen(true)}>{t`Declare a rule`}</Button>
        )
      )}
    </Paper>
  );
}

const icons: Record<KillRule["result"], typeof IconCheck> = {
  met: IconAlertTriangle,
  "not-met": IconCheck,
  unknown: IconHelp,
  "not-due": IconClock,
  "declared-too-late": IconAlertTriangle,
  "other-phase": IconClock,
  over: IconCheck,
};

function Rule({ rule, canWrite }: { rule: KillRule; canWrite: boolean }) {
  const { killRuleId, version, phase, result, declaredBy, declaredAt, withdrawnAt } = rule;
  const text = formatSentence(rule.text);
  const Icon = icons[result];
  const [asking, setAsking] = useState(false);
  return (
    <Box>
      <Group gap="sm" align="baseline">
        <Badge variant="default" tt="none" fw={500} leftSection={<Icon size={14} aria-hidden />}>
          {killResultNames[result]}
        </Badge>
        <Text size="sm" fw={600}>
          {phaseNames[phase]}
        </Text>
      </Group>
      <Text size="sm">{text}</Text>
      <Text size="sm" c="dimmed">{t`Declared by ${declaredBy}, ${formatInstant(declaredAt)}`}</Text>
      {canWrite && withdrawnAt === null && (
        <Button
          variant="subtle"
          size="compact-sm"
          px={0}
          aria-label={t`Withdraw the rule: ${text}`}
          onClick={() => setAsking(true)}
        >{t`Withdraw the rule`}</Button>
      )}
      {asking && (
        <ReasonDialog
          title={t`Withdraw the rule`}
          failed={t`It was not withdrawn.`}
          action={t`Withdraw it`}
          about={`withdraw-rule:${killRuleId}`}
          write={(client, reason, idempotencyKey) =>
            client.call("withdrawKillRule", {
              params: { killRuleId },
              body: { version, reason },
              idempotencyKey,
            })
          }
          onClose={() => setAsking(false)}
        >
          {t`It is not looked at any more. It stays on record, with your name and why.`}
        </ReasonDialog>
      )}
    </Box>
  );
}
