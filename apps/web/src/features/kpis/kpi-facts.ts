import type { Kpi } from "@liftledger/contracts/kpi";
import { countOf } from "@liftledger/kpis/unit";
import { readerLocale } from "../../components/reader-locale.ts";
import { periodNames } from "../../components/period-words.ts";
import { kpiFormula, maturationWords, roleWords } from "./kpi-words.ts";
import { t } from "../../words.ts";

/** What is said of a KPI and what it is: "Better when", "higher". */
export type KpiFact = readonly [what: string, value: string];

/** The definition of a KPI in words, fact by fact. */
export function kpiFacts(kpi: Kpi): KpiFact[] {
  return [
    [t`Counted as`, kpiFormula(kpi)],
    [t`Better when`, kpi.direction === "higher" ? t`higher` : t`lower`],
    [t`Role`, `${roleWords[kpi.role].name}: ${roleWords[kpi.role].sentence}`],
    [t`What one unit may be worth`, kpi.unitValueRule],
    [
      t`An event counts in the period`,
      kpi.dating === "event" ? t`in which it happened` : t`of what it belongs to`,
    ],
    [t`Logged each`, periodNames[kpi.frequency]],
    [t`Numbers are ripe`, maturationWords(kpi)],
    [t`Least volume before a verdict`, leastVolume(kpi)],
    [t`Owner`, kpi.owner ?? t`nobody yet`],
    [t`Key`, kpi.key],
    [t`Comes from`, kpi.source === "own" ? t`your company` : t`the built-in catalogue`],
  ];
}

/** So many of what the ratio is divided by: "1,000 visits". */
function leastVolume({ minimumVolume, denominator }: Kpi): string {
  return minimumVolume === 0 ? t`none` : countOf(minimumVolume, denominator.unit, readerLocale);
}

/** What one version says otherwise than the one before it. */
export interface KpiChange {
  what: string;
  before: string;
  after: string;
}

/** What changed from one version of a KPI to the next, fact by fact; empty where only what no reader sees did. */
export function kpiChanges(before: Kpi, after: Kpi): KpiChange[] {
  const said = (kpi: Kpi): KpiFact[] => [[t`Name`, kpi.name], [t`Meaning`, kpi.sentence], ...kpiFacts(kpi)];
  const earlier = new Map(said(before));
  return said(after).flatMap(([what, value]) => {
    const was = earlier.get(what);
    return was === undefined || was === value ? [] : [{ what, before: was, after: value }];
  });
}
