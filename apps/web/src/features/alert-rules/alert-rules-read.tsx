import type { AlertSettings } from "@liftledger/contracts/alert-settings";
import { List, Stack, Table } from "@mantine/core";
import { RuleHead } from "./rule-head.tsx";
import { audienceWords, ruleKeys, weekdays } from "./rule-words.ts";
import { t } from "../../words.ts";

/** The rules for who may not change them: in words, since a field that nobody may type into is hard to read. */
export function AlertRulesRead({ settings }: { settings: AlertSettings }) {
  const { rules } = settings;
  return (
    <Stack gap="md">
      <Table verticalSpacing="sm" className="stacks-on-phone">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`Rule`}</Table.Th>
            <Table.Th>{t`Who is told`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ruleKeys.map((key) => (
            <Table.Tr key={key}>
              <RuleHead rule={key} />
              <Table.Td data-label={t`Who is told`}>
                {rules[key].isOn
                  ? rules[key].to.map((audience) => audienceWords[audience]).join(", ")
                  : t`nobody: it is switched off`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <List size="sm" spacing={4}>
        {otherRules(settings).map((words) => (
          <List.Item key={words}>{words}</List.Item>
        ))}
      </List>
    </Stack>
  );
}

/** Quiet hours, digests and mail, each in a sentence. */
function otherRules({ quietHours, weekly, monthly, mail }: AlertSettings): string[] {
  const weekday = weekdays.find(({ value }) => value === String(weekly.weekday))?.label ?? "";
  return [
    quietHours === null
      ? t`There are no quiet hours.`
      : t`Quiet hours: from ${quietHours.from} to ${quietHours.to} nobody is told anything, by the organisation’s clock; what still stands is told at their end.`,
    weekly.isOn ? t`The week is sent to growth: on ${weekday}.` : t`The week is not sent.`,
    monthly.isOn
      ? t`The month is sent to finance: on day ${monthly.day} of the next.`
      : t`The month is not sent.`,
    mail ? t`Alerts and digests are mailed, too.` : t`Alerts and digests are not mailed.`,
  ];
}
