import type { Kpi, KpiDefinition, NewKpi } from "@liftledger/contracts/kpi";
import { t } from "../../words.ts";

/** A definition as it is being typed: numbers as text, the owner empty where nobody is named. */
export interface KpiDraft extends Omit<KpiDefinition, "maturationPeriods" | "minimumVolume" | "owner"> {
  key: string;
  maturationPeriods: string;
  minimumVolume: string;
  owner: string;
}

export const emptyKpi: KpiDraft = {
  key: "",
  name: "",
  sentence: "",
  numerator: { counts: "", unit: "", measure: "count" },
  denominator: { counts: "", unit: "", kind: "exposure" },
  direction: "higher",
  frequency: "week",
  dating: "event",
  maturationPeriods: "0",
  role: "outcome",
  proportion: false,
  minimumVolume: "0",
  display: "number",
  owner: "",
};

export function draftOfKpi(kpi: Kpi): KpiDraft {
  const { version: _version, source: _source, unitValueRule: _rule, retired: _retired, ...rest } = kpi;
  const { madeAt: _madeAt, madeBy: _madeBy, ...definition } = rest;
  return {
    ...definition,
    maturationPeriods: String(kpi.maturationPeriods),
    minimumVolume: String(kpi.minimumVolume),
    owner: kpi.owner ?? "",
  };
}

/**
 * A key made from a name: lower-case words joined by hyphens.
 *
 *     keyFromName("Cost per qualified lead (EU)") // "cost-per-qualified-lead-eu"
 */
export function keyFromName(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== "");
  const first = words.findIndex((word) => /^[a-z]/.test(word));
  return first < 0 ? "" : words.slice(first).join("-").slice(0, 60).replace(/-+$/, "");
}

/** The draft in the words of the wire. A total counts its periods whatever was typed as denominator. */
export function definitionOf(draft: KpiDraft): KpiDefinition {
  const { key: _key, owner, maturationPeriods, minimumVolume, ...rest } = draft;
  const isTotal = rest.denominator.kind === "period";
  return {
    ...rest,
    denominator: isTotal
      ? { kind: "period", counts: `${rest.frequency}s`, unit: rest.frequency }
      : rest.denominator,
    proportion: isTotal ? false : rest.proportion,
    maturationPeriods: Number(maturationPeriods || "0"),
    minimumVolume: Number(minimumVolume || "0"),
    owner: owner.trim() === "" ? null : owner.trim(),
  };
}

/** What is still to be filled in or is no whole number, by field of the wire, with words. */
export function faultsOfKpi(draft: KpiDraft): Record<string, string> {
  const isTotal = draft.denominator.kind === "period";
  const wanted: [string, string, string][] = [
    ["name", draft.name, t`Give it a name`],
    ["sentence", draft.sentence, t`Say in one sentence what it tells`],
    ["numerator.counts", draft.numerator.counts, t`Say what is counted`],
    ["numerator.unit", draft.numerator.unit, t`Say what one of them is called`],
    ["denominator.counts", isTotal ? "periods" : draft.denominator.counts, t`Say what it is divided by`],
    ["denominator.unit", isTotal ? "period" : draft.denominator.unit, t`Say what one of them is called`],
  ];
  const missing = wanted.filter(([, text]) => text.trim() === "").map(([field, , words]) => [field, words]);
  const numbers = (["maturationPeriods", "minimumVolume"] as const)
    .filter((field) => !/^\d{0,9}$/.test(draft[field].trim()))
    .map((field) => [field, t`A whole number, 0 or more`]);
  return Object.fromEntries([...missing, ...numbers]) as Record<string, string>;
}

export function newKpiOf(draft: KpiDraft): NewKpi {
  return { ...definitionOf(draft), key: draft.key === "" ? keyFromName(draft.name) : draft.key };
}
