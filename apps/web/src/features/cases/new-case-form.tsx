import { Button, Card, Group, NativeSelect, Radio, Stack, Text, TextInput } from "@mantine/core";
import type { CaseSettings, CaseVersion } from "@liftledger/contracts/business-case";
import type { CaseSheet } from "@liftledger/contracts/case-sheet";
import type { Initiative } from "@liftledger/contracts/initiative";
import { addPeriods } from "@liftledger/kpis/period";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { Form } from "../../components/form.tsx";
import { formatDayOf } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { readerLocale } from "../../components/reader-locale.ts";
import { useDraft } from "../../components/use-draft.ts";
import { today } from "../../today.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { readSaid } from "../case-plan/typed-plan.ts";
import { firstPlan, planOfSheet } from "./first-plan.ts";
import { SheetSource } from "./sheet-source.tsx";
import { templates } from "./templates.ts";
import { percentWords } from "./plan-words.ts";
import { t } from "../../words.ts";

interface Typed {
  initiativeId: string;
  name: string;
  /** The key of a template; "" for an empty plan, "sheet" for one from a spreadsheet. */
  template: string;
  /** Only where the organisation has no rate of its own. */
  rate: string;
  rateSource: string;
}

/** Beside the keys of templates. */
const fromSheet = "sheet";

export interface NewCaseFormProps {
  initiatives: readonly Pick<Initiative, "initiativeId" | "name">[];
  /** The rules in force; undefined where there are none. */
  settings: CaseSettings | undefined;
  currency: string;
}

/** What a case is for, what it is called, and what it begins from. */
export function NewCaseForm(props: NewCaseFormProps) {
  const { initiatives, settings } = props;
  const { typed, change, faults, create, submit, readSheet } = useNewCaseForm(props);
  const rate = settings?.discountRate ?? null;
  return (
    <Form onSend={submit}>
      <Stack gap="md" maw={760}>
        <NativeSelect
          label={t`Initiative`}
          description={t`What the money would be spent on`}
          value={typed.initiativeId}
          error={faults["initiativeId"]}
          data={[
            { value: "", label: t`Choose an initiative` },
            ...initiatives.map(({ initiativeId, name }) => ({ value: initiativeId, label: name })),
          ]}
          onChange={({ currentTarget }) => change({ initiativeId: currentTarget.value })}
        />
        <TextInput
          label={t`Name`}
          description={t`As those who decide will call it, such as “Lead scoring, three years”`}
          maxLength={120}
          value={typed.name}
          error={faults["name"]}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        <Radio.Group
          label={t`Begin from`}
          value={typed.template}
          onChange={(template) => change({ template })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="" label={t`An empty plan`} description={t`Every line is your own`} />
            {templates.map(({ key, name, sentence }) => (
              <Radio key={key} value={key} label={name} description={sentence} />
            ))}
            <Radio
              value={fromSheet}
              label={t`A spreadsheet`}
              description={t`A case that exists already, line by line and period by period`}
            />
          </Stack>
        </Radio.Group>
        {typed.template === fromSheet ? (
          <SheetSource currency={props.currency} error={faults["sheet"]} onRead={readSheet} />
        ) : (
          <Text size="sm" c="dimmed">
            {t`A template brings the lines and what was published of their effect, each named as published. Volumes, worth, shares and costs are yours to say.`}
          </Text>
        )}
        {rate === null ? (
          <Card withBorder padding="md">
            <Text size="sm" mb="xs">
              {t`Finance has not set the organisation’s discount rate yet: say which one this case is discounted at, and whose it is.`}
            </Text>
            <Group gap="sm" align="flex-start">
              <TextInput
                label={t`Discount rate a year, in percent`}
                inputMode="decimal"
                autoComplete="off"
                w={230}
                value={typed.rate}
                error={faults["rate"]}
                onChange={({ currentTarget }) => change({ rate: currentTarget.value })}
              />
              <TextInput
                label={t`Whose rate it is`}
                flex="1 1 240px"
                maxLength={1000}
                value={typed.rateSource}
                error={faults["rateSource"]}
                onChange={({ currentTarget }) => change({ rateSource: currentTarget.value })}
              />
            </Group>
          </Card>
        ) : (
          <Text size="sm">
            {t`It is discounted at the organisation’s ${percentWords(rate.annual)} a year, set by ${settings?.recordedBy ?? ""} on ${settings === undefined ? "" : formatDayOf(settings.recordedAt)}.`}
          </Text>
        )}
        {create.error !== null && (
          <ProblemAlert what={t`The business case was not begun.`} error={create.error} />
        )}
        <div>
          <Button type="submit" loading={create.pending}>{t`Begin the plan`}</Button>
        </div>
      </Stack>
    </Form>
  );
}

function useNewCaseForm({ initiatives, settings, currency }: NewCaseFormProps) {
  const organisationId = useOrganisationId();
  const { initiative } = useSearch({ from: "/$organisationId/cases/new" });
  const navigate = useNavigate();
  const draft = useDraft<Typed>(`new-case:${organisationId}:${initiative ?? ""}`, {
    initiativeId: initiatives.some(({ initiativeId }) => initiativeId === initiative)
      ? (initiative ?? "")
      : "",
    name: "",
    template: "",
    rate: "",
    rateSource: "",
  });
  const [asked, setAsked] = useState(false);
  const [sheet, readSheet] = useState<CaseSheet | null>(null);
  const typed = draft.value;
  const create = useWrite<Typed & { annual: string | null; sheet: CaseSheet | null }, CaseVersion>(
    (client, { initiativeId, name, template, annual, rateSource, sheet: read }, idempotencyKey) => {
      const start = addPeriods(today().slice(0, 7), 1);
      const stated = { settings, annual, rateSource };
      const plan =
        read === null ? firstPlan({ template, start, currency, ...stated }) : planOfSheet(read.plan, stated);
      return client.call("createCase", { body: { initiativeId, name: name.trim(), plan }, idempotencyKey });
    },
    ({ caseId }) => {
      draft.clear();
      void navigate({ to: "/$organisationId/cases/$caseId", params: { organisationId, caseId } });
    },
  );
  const hasRate = (settings?.discountRate ?? null) !== null;
  const rate = readSaid(typed.rate, "percent", readerLocale);
  const own = {
    ...(typed.initiativeId === "" ? { initiativeId: t`Say for which initiative` } : {}),
    ...(typed.template === fromSheet && sheet === null ? { sheet: t`Choose a file that can be read` } : {}),
    ...(typed.name.trim() === "" ? { name: t`Say what it is called` } : {}),
    ...(hasRate || rate.kind === "number"
      ? {}
      : { rate: rate.kind === "fault" ? rate.message : t`Say the rate` }),
    ...(hasRate || typed.rateSource.trim() !== "" ? {} : { rateSource: t`Say whose it is` }),
  };
  const served = fieldProblems(create.error);
  return {
    typed,
    create,
    readSheet,
    faults: { ...served, ...(asked ? own : {}) } as Record<string, string>,
    change(next: Partial<Typed>) {
      if (create.error !== null) create.reset();
      draft.set((before) => ({ ...before, ...next }));
    },
    submit() {
      setAsked(true);
      if (Object.keys(own).length > 0) return;
      const annual = !hasRate && rate.kind === "number" ? rate.decimal : null;
      create.send({ ...typed, annual, sheet: typed.template === fromSheet ? sheet : null });
    },
  };
}
