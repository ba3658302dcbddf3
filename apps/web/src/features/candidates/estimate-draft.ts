import type { CandidateEstimate, SetCandidateEstimate } from "@liftledger/contracts/candidate";
import { readTypedNumber, typedFromDecimal } from "../../components/typed-number.ts";
import { t } from "../../words.ts";

/** An estimate as it is being typed. */
export interface EstimateDraft {
  effort: string;
  seriesId: string;
  worth: string;
  worthSource: string;
  value: string;
  valueSource: string;
}

/** What was estimated last, as one would type it. */
export function typedEstimate(estimate: CandidateEstimate, locale: string): EstimateDraft {
  const typed = (decimal: string | undefined) =>
    decimal === undefined ? "" : typedFromDecimal(decimal, locale);
  const { effortWeeks, seriesId, unitWorth, statedValue } = estimate;
  return {
    effort: typed(effortWeeks ?? undefined),
    seriesId: seriesId ?? "",
    worth: typed(unitWorth?.amount),
    worthSource: unitWorth?.source ?? "",
    value: typed(statedValue?.amount),
    valueSource: statedValue?.source ?? "",
  };
}

/** The estimate in the words of the wire, or what is wrong by field. */
export function readEstimate(
  draft: EstimateDraft,
  version: number,
  locale: string,
): { body: SetCandidateEstimate } | { faults: Record<string, string> } {
  const faults: Record<string, string> = {};
  const decimal = (field: "effort" | "worth" | "value") => {
    const read = readTypedNumber(draft[field], locale);
    if (read.kind === "fault") faults[field] = read.message;
    return read.kind === "number" ? read.decimal : null;
  };
  const [effortWeeks, worth, value] = [decimal("effort"), decimal("worth"), decimal("value")];
  if (effortWeeks !== null && Number(effortWeeks) <= 0) faults["effort"] = t`More than no week`;
  const sourced = (amount: string | null, field: "worthSource" | "valueSource") => {
    const source = draft[field].trim();
    if (amount !== null && source === "") faults[field] = t`Say who says so`;
    return amount === null ? null : { amount, source };
  };
  const unitWorth = sourced(worth, "worthSource");
  const statedValue = sourced(value, "valueSource");
  if (Object.keys(faults).length > 0) return { faults };
  const seriesId = draft.seriesId === "" ? null : draft.seriesId;
  return { body: { version, effortWeeks, seriesId, unitWorth, statedValue } };
}
