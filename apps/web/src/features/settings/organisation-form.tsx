import { Alert, Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import type { Organisation } from "@liftledger/contracts/organisation";
import { currencyCodes } from "@liftledger/finance/currency";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { readersZone } from "../../components/organisation-clock.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useDraft } from "../../components/use-draft.ts";
import { useWrite } from "../../use-write.ts";
import { t } from "../../words.ts";
import { currencyWords } from "./currency-words.ts";

const shownAtOnce = 60;

type Typed = Pick<Organisation, "name" | "currency" | "timeZone">;

/** Name, currency and time zone, which hold for everybody here. */
export function OrganisationForm({ organisation }: { organisation: Organisation }) {
  const { typed, change, faults, save, submit, isChanged } = useOrganisationForm(organisation);
  const own = readersZone();
  return (
    <Form onSend={submit}>
      <Stack gap="md" maw={460}>
        <TextInput
          label={t`Name`}
          description={t`It stands at the top of every page and on what is exported`}
          maxLength={80}
          value={typed.name}
          error={faults["name"]}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        <Select
          label={t`Currency`}
          description={t`All money is counted in it. It can be chosen until the first amount is entered`}
          searchable
          allowDeselect={false}
          limit={shownAtOnce}
          data={currencyCodes.map((code) => ({ value: code, label: currencyWords(code) }))}
          value={typed.currency}
          error={faults["currency"]}
          onChange={(currency) => currency !== null && change({ currency })}
        />
        <Select
          label={t`Time zone`}
          description={t`Its clock says which day it is, which week is due, and when something was done`}
          searchable
          allowDeselect={false}
          limit={shownAtOnce}
          data={zonesWith(typed.timeZone, own)}
          value={typed.timeZone}
          error={faults["timeZone"]}
          onChange={(timeZone) => timeZone !== null && change({ timeZone })}
        />
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {t`There it is ${clockWords(typed.timeZone)}.`}
          </Text>
          {typed.timeZone !== own && (
            <Button size="xs" variant="default" onClick={() => change({ timeZone: own })}>
              {t`Use this computer’s: ${own}`}
            </Button>
          )}
        </Group>
        {save.error !== null && <ProblemAlert what={t`The settings were not saved.`} error={save.error} />}
        <Group gap="sm">
          <Button type="submit" loading={save.pending} disabled={!isChanged}>
            {t`Save the settings`}
          </Button>
        </Group>
        {save.result !== undefined && !isChanged && (
          <Alert color="blue" role="status" py="xs">
            {t`The settings are saved.`}
          </Alert>
        )}
      </Stack>
    </Form>
  );
}

function useOrganisationForm({ organisationId, version, name, currency, timeZone }: Organisation) {
  const known: Typed = { name, currency, timeZone };
  const draft = useDraft<Partial<Typed>>(`settings:${organisationId}`, {});
  const [asked, setAsked] = useState(false);
  const typed = { ...known, ...draft.value };
  const changed = Object.fromEntries(
    Object.entries(typed).filter(([field, value]) => value !== known[field as keyof Typed]),
  ) as Partial<Typed>;
  const save = useWrite<Partial<Typed> & { version: number }, EndpointOutput<"changeOrganisation">>(
    (client, body, idempotencyKey) =>
      client.call("changeOrganisation", { params: { organisationId }, body, idempotencyKey }),
    () => {
      draft.saved({});
      setAsked(false);
    },
  );
  const own = typed.name.trim() === "" ? { name: t`Say what it is called` } : {};
  return {
    typed,
    save,
    isChanged: Object.keys(changed).length > 0,
    faults: { ...fieldProblems(save.error), ...(asked ? own : {}) } as Record<string, string>,
    change(next: Partial<Typed>) {
      if (save.error !== null || save.result !== undefined) save.reset();
      draft.set((before) => ({ ...before, ...next }));
    },
    submit() {
      setAsked(true);
      if (Object.keys(own).length > 0 || Object.keys(changed).length === 0 || save.pending) return;
      draft.sent();
      save.send({
        version,
        ...changed,
        ...(changed.name === undefined ? {} : { name: changed.name.trim() }),
      });
    },
  };
}

/* no text: names of the IANA list; browsers take them, and list the ones they had before */
const renamedZones = [
  "America/Argentina/Buenos_Aires",
  "Asia/Ho_Chi_Minh",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Yangon",
  "Europe/Kyiv",
];

/** Every zone this browser knows, and those in use, which it may know by another name. */
function zonesWith(...inUse: readonly string[]): string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return [...new Set(["UTC", ...inUse, ...renamedZones, ...known])].toSorted();
}

/** "Monday 14:05". */
function clockWords(timeZone: string): string {
  return new Intl.DateTimeFormat(readerLocale, {
    weekday: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(new Date());
}
