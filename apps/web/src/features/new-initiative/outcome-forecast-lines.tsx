import { List, NativeSelect, SimpleGrid, Stack, TextInput } from "@mantine/core";
import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import type { Kpi } from "@liftledger/contracts/kpi";
import { unitValueRule, type UnitValueRule } from "@liftledger/kpis/unit-value-rule";
import { outcomeForecast, type OutcomeQuestion } from "@liftledger/roi/outcome-forecast";
import { useQuery } from "@tanstack/react-query";
import { latestSnapshotsQuery, seriesListQuery } from "../../ledger-queries.ts";
import { shareOfPercent } from "../../components/decimal-share.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { readTypedNumber } from "../../components/typed-number.ts";
import { useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { forecastWords } from "./forecast-words.ts";
import type { InitiativeDraft } from "./initiative-draft.ts";
import { t } from "../../words.ts";

type AskedReturn = EndpointOutput<"listBenchmarks">["rows"][number]["inForce"];

export interface OutcomeForecastLinesProps {
  draft: InitiativeDraft;
  kpi: Kpi;
  /** What the phase asks for here; undefined until it is known. */
  asked: AskedReturn | undefined;
  onChange: (draft: InitiativeDraft) => void;
}

/** What the sentence would mean in a year, from the numbers logged so far, and what it may cost for that. */
export function OutcomeForecastLines({ draft, kpi, asked, onChange }: OutcomeForecastLinesProps) {
  const organisationId = useOrganisationId();
  const ownCurrency = useOrganisation()?.currency ?? "EUR";
  const measured =
    useQuery(seriesListQuery(organisationId)).data?.rows.filter((one) => one.kpiKey === kpi.key) ?? [];
  const chosen = measured.find(({ seriesId }) => seriesId === draft.measuredFor) ?? measured[0];
  const latest = useQuery({
    ...latestSnapshotsQuery(organisationId, chosen?.seriesId ?? ""),
    enabled: chosen !== undefined,
  });
  const currency = chosen?.currency ?? ownCurrency;
  const rule = unitValueRule(kpi);
  const percent = readTypedNumber(draft.percent, readerLocale);
  if (chosen === undefined || rule.kind === "none") return null;
  // A change for the worse is refused where the sentence stands; there is nothing to forecast of it.
  const isBetter = (draft.change === "increase") === (kpi.direction === "higher");
  const question: OutcomeQuestion | undefined =
    percent.kind !== "number" || latest.data === undefined || !isBetter
      ? undefined
      : {
          percent: percent.decimal,
          numerators: latest.data.rows.map(({ numerator }) => numerator),
          periodType: chosen.periodType,
          unitValue: worthOf(rule, draft.worth),
          floor: asked?.notComparable === null ? asked.floor : null,
          places: minorDigits(currency),
        };
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" maw={620}>
        <NativeSelect
          label={t`Measured for`}
          description={t`What its numbers so far say of a year`}
          value={chosen.seriesId}
          data={measured.map(({ seriesId, scope }) => ({ value: seriesId, label: scope }))}
          onChange={({ currentTarget }) => onChange({ ...draft, measuredFor: currentTarget.value })}
        />
        {rule.kind !== "locked" && (
          <TextInput
            label={
              rule.kind === "margin-rate"
                ? t`Contribution margin, in % (optional)`
                : t`Worth of one ${rule.per}, in ${currency} (optional)`
            }
            description={t`Only to see what it could bring; finance sets it later`}
            inputMode="decimal"
            autoComplete="off"
            value={draft.worth}
            onChange={({ currentTarget }) => onChange({ ...draft, worth: currentTarget.value })}
          />
        )}
      </SimpleGrid>
      <div aria-live="polite">
        {question !== undefined && (
          <List size="sm" spacing={4}>
            {forecastWords(outcomeForecast(question), {
              kpi,
              currency,
              question,
              askedBy: asked?.set?.name,
              scope: chosen.scope,
              locale: readerLocale,
            }).map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        )}
      </div>
    </Stack>
  );
}

function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** The worth that was typed, or that the KPI fixes; null where there is none that can be read. */
function worthOf(rule: UnitValueRule, typed: string): string | null {
  if (rule.kind === "locked") return rule.value;
  const read = readTypedNumber(typed, readerLocale);
  if (read.kind !== "number" || read.decimal.startsWith("-")) return null;
  return rule.kind === "margin-rate" ? shareOfPercent(read.decimal) : read.decimal;
}
