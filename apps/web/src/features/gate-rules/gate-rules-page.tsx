import { Card, List, Stack, Text, Title } from "@mantine/core";
import type { GateRulesInForce } from "@liftledger/contracts/gate";
import { useQuery } from "@tanstack/react-query";
import { formatInstant } from "../../components/format-date.ts";
import { PageHeader } from "../../components/page-header.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { AskedTable } from "./asked-table.tsx";
import { GateRulesForm } from "./gate-rules-form.tsx";
import { gateRulesQuery, gateRuleVersionsQuery } from "./queries.ts";
import { draftOfRules } from "./rules-draft.ts";
import { t } from "../../words.ts";

/** What the gates of the organisation ask, and who set it. */
export function GateRulesPage() {
  const query = useQuery(gateRulesQuery(useOrganisationId()));
  return (
    <>
      <PageHeader
        title={t`Rules for gates`}
        subline={t`What an initiative is asked before its next phase. What was signed before keeps the rules it was signed under.`}
      />
      <ShownQuery query={query} failed={t`The rules could not be loaded.`} height={760}>
        {(rules) => <Rules rules={rules} />}
      </ShownQuery>
    </>
  );
}

function Rules({ rules }: { rules: GateRulesInForce }) {
  const role = usePerson()?.role ?? "viewer";
  const maySet = role === "finance" || role === "admin";
  return (
    <Stack gap="lg" maw={1100}>
      <Card withBorder padding="md">
        <Title order={2} fz="lg" mb={4}>
          {rules.version === 0
            ? t`The rules every organisation begins with`
            : t`In force: version ${rules.version}`}
        </Title>
        {!maySet && <Text size="sm" mb="sm">{t`Finance sets them.`}</Text>}
        {maySet ? (
          <GateRulesForm rules={rules} />
        ) : (
          <AskedTable
            criteria={rules.criteria}
            asked={draftOfRules(rules, readerLocale)}
            faults={{}}
            onChange={null}
          />
        )}
      </Card>
      <Versions />
    </Stack>
  );
}

function Versions() {
  const rows = useQuery(gateRuleVersionsQuery(useOrganisationId())).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Card withBorder padding="md">
      <Title order={2} fz="lg" mb="sm">{t`Versions`}</Title>
      <List size="sm">
        {rows.map(({ version, source, recordedBy, recordedAt, approvedBy }) => (
          <List.Item key={version}>
            {t`Version ${version}: ${source ?? ""}. Set by ${recordedBy ?? ""}, ${formatInstant(recordedAt ?? "")}, approved by ${approvedBy ?? ""}.`}
          </List.Item>
        ))}
      </List>
    </Card>
  );
}
