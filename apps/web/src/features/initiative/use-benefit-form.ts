import { ApiProblem } from "@liftledger/contracts/client";
import type { Benefit, BenefitAssumptions, Initiative } from "@liftledger/contracts/initiative";
import type { Kpi } from "@liftledger/contracts/kpi";
import type { Series } from "@liftledger/contracts/series";
import { unitValueRule, type UnitValueRule } from "@liftledger/kpis/unit-value-rule";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { fieldProblems } from "../../components/field-problems.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { useDraft } from "../../components/use-draft.ts";
import { useOpenedWith } from "../../components/use-opened-with.ts";
import { useAskAnew } from "../../use-ask-anew.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { closedMonthsQuery } from "../periods/queries.ts";
import {
  assumptionsOf,
  draftOfBenefit,
  emptyBenefit,
  offeredFrom,
  type BenefitDraft,
} from "./setup-benefit-draft.ts";
import { t } from "../../words.ts";

export interface BenefitFormInput {
  initiative: Pick<Initiative, "initiativeId" | "outcome"> & Partial<Pick<Initiative, "startedOn">>;
  /** The benefit whose assumptions change; undefined for a new one. */
  benefit: Benefit | undefined;
  series: readonly Series[];
  kpis: readonly Kpi[];
  onDone: () => void;
}

interface Sent {
  seriesId: string;
  assumptions: BenefitAssumptions;
  /** Scales every claim where together they exceed the whole. */
  proRata?: true;
}

/** The draft of a benefit's assumptions, the rule its KPI dictates, what is wrong, and how it is saved. */
export function useBenefitForm({ initiative, benefit: known, series, kpis, onDone }: BenefitFormInput) {
  const benefit = useOpenedWith(known);
  const { initiativeId } = initiative;
  const [first] = useState(() => firstDraft(initiative, benefit, series, kpis));
  const key = benefit === undefined ? initiativeId : `${benefit.benefitId}:${benefit.version}`;
  const organisationId = useOrganisationId();
  const kept = useDraft<BenefitDraft>(`benefit:${organisationId}:${key}`, first);
  const closed = useQuery(closedMonthsQuery(organisationId)).data;
  const offered = offeredFrom({
    closed,
    periodType: series.find((one) => one.seriesId === kept.value.seriesId)?.periodType,
    present: benefit?.assumptions.validFrom,
    startedOn: initiative.startedOn,
  });
  // A draft that was kept from before has no such field.
  const draft = { ...kept, value: { ...kept.value, validFrom: kept.value.validFrom ?? offered } };
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const save = useWrite<Sent, Benefit>(
    (client, { seriesId, assumptions, proRata }, idempotencyKey) => {
      if (benefit === undefined)
        return client.call("addBenefit", {
          params: { initiativeId },
          body: { seriesId, assumptions, proRata },
          idempotencyKey,
        });
      const { benefitId, version } = benefit;
      return client.call("changeBenefit", {
        params: { benefitId },
        body: { version, assumptions, proRata },
        idempotencyKey,
      });
    },
    () => {
      draft.clear(first);
      onDone();
    },
  );
  useAskAnew(save.error);
  const rule = ruleOf(draft.value.seriesId, series, kpis);
  return {
    draft: draft.value,
    rule,
    /** The last month that is closed, which keeps what it is worth. */
    lastClosed: closed === undefined ? undefined : [...closed].toSorted().at(-1),
    save,
    problems: { ...fieldProblems(save.error), ...wrong } as Record<string, string>,
    change(next: BenefitDraft) {
      setWrong({});
      if (save.error !== null) save.reset();
      draft.set(next);
    },
    submit: () => send({}),
    /** Offered where the claim was refused because others hold too much of it. */
    shareProRata: isExceeded(save.error) ? () => send({ proRata: true }) : undefined,
    discard: () => draft.clear(first),
  };

  function send(how: Pick<Sent, "proRata">) {
    const { seriesId } = draft.value;
    if (seriesId === "") return setWrong({ seriesId: t`Choose which number it moves` });
    const read = assumptionsOf(draft.value, rule?.kind ?? "money-per-unit", readerLocale);
    if (read.kind === "wrong") return setWrong(read.problems);
    save.send({ seriesId, assumptions: read.assumptions, ...how });
  }
}

function isExceeded(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.type.endsWith("/claims-exceeded");
}

function ruleOf(
  seriesId: string,
  series: readonly Series[],
  kpis: readonly Kpi[],
): UnitValueRule | undefined {
  const kpiKey = series.find((one) => one.seriesId === seriesId)?.kpiKey;
  const kpi = kpis.find((one) => one.key === kpiKey);
  return kpi === undefined ? undefined : unitValueRule(kpi);
}

function firstDraft(
  initiative: BenefitFormInput["initiative"],
  benefit: Benefit | undefined,
  series: readonly Series[],
  kpis: readonly Kpi[],
): BenefitDraft {
  if (benefit !== undefined) {
    const rule = ruleOf(benefit.seriesId, series, kpis)?.kind ?? "money-per-unit";
    return draftOfBenefit(benefit.seriesId, benefit.assumptions, rule, readerLocale);
  }
  const fitting = series.filter((one) => one.kpiKey === initiative.outcome?.kpiKey);
  return { ...emptyBenefit, seriesId: fitting.length === 1 ? (fitting[0]?.seriesId ?? "") : "" };
}
