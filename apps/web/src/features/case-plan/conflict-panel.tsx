import { Alert, Button, Group, List, Text } from "@mantine/core";
import type { CaseVersion } from "@liftledger/contracts/business-case";
import type { CasePlan } from "@liftledger/contracts/case-plan";
import { enginePlan } from "@liftledger/contracts/case-plan-people";
import { caseDifferences } from "@liftledger/roi/business-case/case-differences";
import { useMemo } from "react";
import { t } from "../../words.ts";

/** That somebody else saved the plan meanwhile: what they changed, and what may be done about it. */
export function ConflictPanel({
  basePlan,
  version,
  onTogether,
  onTakeTheirs,
}: {
  basePlan: CasePlan;
  version: CaseVersion;
  onTogether: () => void;
  onTakeTheirs: () => void;
}) {
  const differences = useMemo(
    () => caseDifferences(enginePlan(basePlan), enginePlan(version.plan)),
    [basePlan, version.plan],
  );
  return (
    <Alert variant="default" role="alert" title={t`Somebody else saved this plan since you began`}>
      <Text size="sm">{t`What you typed is kept. This is what they changed:`}</Text>
      <List size="sm" my="xs">
        {differences.map(({ subject, field, before, after }) => (
          <List.Item key={`${subject} ${field}`}>
            {subject}, {field}: {before ?? t`nothing`} → {after ?? t`nothing`}
          </List.Item>
        ))}
      </List>
      <Group gap="sm">
        <Button onClick={onTogether}>{t`Put my changes on top of theirs`}</Button>
        <Button variant="default" onClick={onTakeTheirs}>{t`Take theirs, and drop mine`}</Button>
      </Group>
      <Text size="xs" c="dimmed" mt="xs">
        {t`Where both of you changed the same value, yours stands. Nothing is saved until you save it.`}
      </Text>
    </Alert>
  );
}
