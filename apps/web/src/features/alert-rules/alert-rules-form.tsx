import type { AlertSettings, AlertSettingsFields, Audience } from "@liftledger/contracts/alert-settings";
import {
  Alert,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Stack,
  Switch,
  Table,
  Text,
  TextInput,
} from "@mantine/core";
import { Form } from "../../components/form.tsx";
import { fieldProblems } from "../../components/field-problems.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { RuleHead } from "./rule-head.tsx";
import { audiences, audienceWords, ruleKeys, ruleWords, weekdays } from "./rule-words.ts";
import { t } from "../../words.ts";

const days = Array.from({ length: 28 }, (_, place) => String(place + 1));

/** Which rules are on and who is told, quiet hours, mail and digests. */
export function AlertRulesForm({ settings }: { settings: AlertSettings }) {
  const { typed, change, save, submit } = useRulesForm(settings);
  const faults = fieldProblems(save.error);
  const setRule = (
    key: keyof AlertSettingsFields["rules"],
    next: Partial<{ isOn: boolean; to: Audience[] }>,
  ) => change({ rules: { ...typed.rules, [key]: { ...typed.rules[key], ...next } } });
  return (
    <Form onSend={submit}>
      <Stack gap="md">
        <Table verticalSpacing="sm" className="stacks-on-phone alert-rules">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t`Rule`}</Table.Th>
              <Table.Th>{t`On`}</Table.Th>
              <Table.Th>{t`Who is told`}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ruleKeys.map((key) => (
              <Table.Tr key={key}>
                <RuleHead rule={key} />
                <Table.Td data-label={t`On`} className="switch">
                  <Switch
                    aria-label={t`On: ${ruleWords[key].name}`}
                    checked={typed.rules[key].isOn}
                    onChange={({ currentTarget }) => setRule(key, { isOn: currentTarget.checked })}
                  />
                </Table.Td>
                <Table.Td data-label={t`Who is told`}>
                  <Checkbox.Group
                    aria-label={t`Who is told: ${ruleWords[key].name}`}
                    value={typed.rules[key].to}
                    onChange={(next) => {
                      const to = audiences.filter((audience) => next.includes(audience));
                      // Somebody is always told: to tell nobody the rule is switched off.
                      if (to.length > 0) setRule(key, { to });
                    }}
                  >
                    <Group className="rule-audiences">
                      {audiences.map((audience) => (
                        <Checkbox
                          key={audience}
                          value={audience}
                          label={audienceWords[audience]}
                          disabled={!typed.rules[key].isOn}
                        />
                      ))}
                    </Group>
                  </Checkbox.Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <QuietHours typed={typed} change={change} fault={faults["quietHours"]} />
        <Digests typed={typed} change={change} />
        <Switch
          label={t`Mail alerts and digests, too`}
          description={t`To whom they are told, at the address of their account`}
          checked={typed.mail}
          onChange={({ currentTarget }) => change({ mail: currentTarget.checked })}
        />
        {save.error !== null && <ProblemAlert what={t`The rules were not saved.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>{t`Save the rules`}</Button>
        </Group>
        {settings.recordedBy !== null && (
          <Text size="sm" c="dimmed">{t`Version ${settings.version}, set by ${settings.recordedBy}.`}</Text>
        )}
        {save.result !== undefined && (
          <Alert color="blue" role="status" py="xs">{t`The rules are saved.`}</Alert>
        )}
      </Stack>
    </Form>
  );
}

interface PartProps {
  typed: AlertSettingsFields;
  change: (next: Partial<AlertSettingsFields>) => void;
}

function QuietHours({ typed, change, fault }: PartProps & { fault: string | undefined }) {
  const hours = typed.quietHours;
  return (
    <Stack gap="xs">
      <Switch
        label={t`Quiet hours`}
        description={t`Nobody is told anything then, by the organisation’s clock; what still stands is told at their end`}
        checked={hours !== null}
        onChange={({ currentTarget }) =>
          change({ quietHours: currentTarget.checked ? { from: "20:00", to: "07:00" } : null })
        }
      />
      {hours !== null && (
        <Group gap="sm" align="flex-start">
          <TextInput
            type="time"
            label={t`From`}
            value={hours.from}
            error={fault}
            onChange={({ currentTarget }) => change({ quietHours: { ...hours, from: currentTarget.value } })}
          />
          <TextInput
            type="time"
            label={t`To`}
            value={hours.to}
            onChange={({ currentTarget }) => change({ quietHours: { ...hours, to: currentTarget.value } })}
          />
        </Group>
      )}
    </Stack>
  );
}

function Digests({ typed: { weekly, monthly }, change }: PartProps) {
  return (
    <Group gap="xl" align="flex-start">
      <Stack gap="xs">
        <Switch
          label={t`The week, for growth`}
          checked={weekly.isOn}
          onChange={({ currentTarget }) => change({ weekly: { ...weekly, isOn: currentTarget.checked } })}
        />
        <NativeSelect
          label={t`Sent on`}
          data={weekdays}
          disabled={!weekly.isOn}
          value={String(weekly.weekday)}
          onChange={({ currentTarget }) =>
            change({ weekly: { ...weekly, weekday: Number(currentTarget.value) } })
          }
        />
      </Stack>
      <Stack gap="xs">
        <Switch
          label={t`The month, for finance`}
          checked={monthly.isOn}
          onChange={({ currentTarget }) => change({ monthly: { ...monthly, isOn: currentTarget.checked } })}
        />
        <NativeSelect
          label={t`Sent on day of the month`}
          data={days}
          disabled={!monthly.isOn}
          value={String(monthly.day)}
          onChange={({ currentTarget }) =>
            change({ monthly: { ...monthly, day: Number(currentTarget.value) } })
          }
        />
      </Stack>
    </Group>
  );
}

function useRulesForm({
  version,
  recordedAt: _at,
  recordedBy: _by,
  mailFrom: _from,
  ...known
}: AlertSettings) {
  const organisationId = useOrganisationId();
  const draft = useDraft<Partial<AlertSettingsFields>>(`alert-rules:${organisationId}`, {});
  const typed: AlertSettingsFields = { ...known, ...draft.value };
  const save = useWrite(
    (client, body: AlertSettingsFields & { version: number }, idempotencyKey) =>
      client.call("setAlertSettings", { body, idempotencyKey }),
    () => draft.saved({}),
  );
  return {
    typed,
    save,
    change(next: Partial<AlertSettingsFields>) {
      if (save.error !== null || save.result !== undefined) save.reset();
      draft.set((before) => ({ ...before, ...next }));
    },
    submit() {
      if (save.pending) return;
      draft.sent();
      save.send({ ...typed, version });
    },
  };
}
