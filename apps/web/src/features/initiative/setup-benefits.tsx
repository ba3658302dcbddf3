import { Button, Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import type { Benefit, Initiative } from "@liftledger/contracts/initiative";
import type { Kpi } from "@liftledger/contracts/kpi";
import type { Series } from "@liftledger/contracts/series";
import { lazy, Suspense, useState } from "react";
import { readDraft } from "../../components/draft-store.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useHasRole } from "../access/use-has-role.ts";
import { WithdrawBenefit, withdrawalDraftKey } from "./withdraw-benefit.tsx";
import { assumptionWords, earlierAssumptionWords } from "./assumption-words.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

const SetupBenefitForm = lazy(() =>
  import("./setup-benefit-form.tsx").then((module) => ({ default: module.SetupBenefitForm })),
);

export interface SetupBenefitsProps {
  initiative: Initiative;
  benefits: readonly Benefit[];
  series: readonly Series[];
  kpis: readonly Kpi[];
  currency: string;
}

/** The benefits that are claimed, each with what is assumed of it, and the form for one more. */
export function SetupBenefits({ initiative, benefits, series, kpis, currency }: SetupBenefitsProps) {
  const [open, setOpen] = useState<string>();
  const close = () => setOpen(undefined);
  const form = (benefit?: Benefit) => (
    <Suspense key={benefit?.benefitId ?? "new"} fallback={<Skeleton height={480} />}>
      <SetupBenefitForm
        initiative={initiative}
        benefit={benefit}
        series={series}
        kpis={kpis}
        currency={currency}
        onDone={close}
        onCancel={benefit === undefined && benefits.length === 0 ? undefined : close}
      />
    </Suspense>
  );
  const mayAdd = useHasRole("contributor");
  const adding = mayAdd && (open === "new" || benefits.length === 0);
  return (
    <Stack gap="sm">
      {benefits.map((benefit) =>
        open === benefit.benefitId ? (
          form(benefit)
        ) : (
          <BenefitFacts
            key={benefit.benefitId}
            benefit={benefit}
            series={series.find((one) => one.seriesId === benefit.seriesId)}
            kpis={kpis}
            currency={currency}
            onEdit={() => setOpen(benefit.benefitId)}
          />
        ),
      )}
      {adding && form()}
      {!mayAdd && benefits.length === 0 && <Text size="sm">{t`No benefit is claimed yet.`}</Text>}
      {mayAdd && !adding && (
        <div>
          <Button variant="default" onClick={() => setOpen("new")}>{t`Claim another benefit`}</Button>
        </div>
      )}
    </Stack>
  );
}

interface BenefitFactsProps {
  benefit: Benefit;
  series: Series | undefined;
  kpis: readonly Kpi[];
  currency: string;
  onEdit: () => void;
}

function BenefitFacts({ benefit, series, kpis, currency, onEdit }: BenefitFactsProps) {
  const draftKey = withdrawalDraftKey(useOrganisationId(), benefit.benefitId);
  // What was being typed stands open again.
  const [withdrawing, setWithdrawing] = useState(() => readDraft(localStorage, draftKey) !== undefined);
  const mayChange = useHasRole("finance");
  const mayAdd = useHasRole("contributor");
  const kpi = kpis.find((one) => one.key === series?.kpiKey);
  const name = series === undefined ? benefit.seriesId : `${series.kpiName}, ${series.scope}`;
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Text fw={600}>{name}</Text>
          <Text size="sm">
            {assumptionWords(benefit.assumptions, kpi, series?.currency ?? currency).join(" · ")}
          </Text>
          <Text size="sm" c="dimmed">
            {benefit.assumptions.approvedBy === undefined
              ? t`Assumptions version ${benefit.assumptionsVersion}, not approved yet`
              : t`Assumptions version ${benefit.assumptionsVersion}, approved by ${benefit.assumptions.approvedBy}`}
            {benefit.scaled === null ? "" : `. ${formatSentence(benefit.scaled.reason)}`}
          </Text>
          {earlierAssumptionWords(benefit.stretches, kpi, series?.currency ?? currency).map((words) => (
            <Text key={words} size="sm" c="dimmed">
              {words}
            </Text>
          ))}
        </div>
        {mayAdd && !mayChange && <Text size="sm" c="dimmed">{t`Finance changes or withdraws it.`}</Text>}
        {mayChange && (
          <Group gap="xs">
            <Button
              variant="default"
              size="xs"
              onClick={onEdit}
              aria-label={t`Change the assumptions of ${name}`}
            >{t`Change`}</Button>
            {!withdrawing && (
              <Button
                variant="subtle"
                size="xs"
                onClick={() => setWithdrawing(true)}
                aria-label={t`Withdraw ${name}`}
              >{t`Withdraw`}</Button>
            )}
          </Group>
        )}
      </Group>
      {withdrawing && mayChange && (
        <WithdrawBenefit benefit={benefit} name={name} onCancel={() => setWithdrawing(false)} />
      )}
    </Paper>
  );
}
