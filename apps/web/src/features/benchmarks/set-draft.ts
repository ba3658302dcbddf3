import type { BenchmarkSet, NewBenchmarkSet } from "@liftledger/contracts/benchmark-set";
import { percentOfShare, shareOfPercent } from "../../components/decimal-share.ts";
import { readTypedNumber, typedFromDecimal } from "../../components/typed-number.ts";
import { t } from "../../words.ts";

export const bandedPhases = ["pilots", "scale", "transform"] as const;
type Banded = (typeof bandedPhases)[number];

/** What is typed of a set; bands in per cent. */
export interface SetDraft {
  name: string;
  source: string;
  caveat: string;
  validFrom: string;
  approvedBy: string;
  basis: "net" | "gross";
  span: "cumulative" | "in-phase" | "annualised";
  bands: Record<Banded, { floor: string; ceiling: string }>;
}

const noBand = { floor: "", ceiling: "" };

export function emptySet(today: string): SetDraft {
  return {
    name: "",
    source: "",
    caveat: "",
    validFrom: today,
    approvedBy: "",
    basis: "net",
    span: "cumulative",
    bands: { pilots: noBand, scale: noBand, transform: noBand },
  };
}

/** A kept version as one would type its next; the approver is asked anew. */
export function draftOfSet(set: BenchmarkSet, today: string, locale: string): SetDraft {
  const { name, source, caveat, basis, span } = set;
  const typed = (ratio: string | null) =>
    ratio === null ? "" : typedFromDecimal(percentOfShare(ratio), locale);
  const bandOf = (phase: Banded) => {
    const band = set.bands[phase];
    return band === null ? noBand : { floor: typed(band.floor), ceiling: typed(band.ceiling) };
  };
  const bands = { pilots: bandOf("pilots"), scale: bandOf("scale"), transform: bandOf("transform") };
  return { name, source, caveat, basis, span, bands, validFrom: today, approvedBy: "" };
}

/** The set that is typed, or what cannot be read of it, by field. */
export function setOfDraft(
  draft: SetDraft,
  locale: string,
): { set: NewBenchmarkSet; faults: Record<string, string> } {
  const faults: Record<string, string> = {};
  const ratio = (field: string, typed: string): string | null => {
    const read = readTypedNumber(typed.replace("%", ""), locale);
    if (read.kind === "fault") faults[field] = read.message;
    return read.kind === "number" ? shareOfPercent(read.decimal) : null;
  };
  const bandOf = (phase: Banded) => {
    const { floor, ceiling } = draft.bands[phase];
    const low = ratio(`bands.${phase}.floor`, floor);
    const high = ratio(`bands.${phase}.ceiling`, ceiling);
    if (low === null && high !== null) faults[`bands.${phase}.floor`] ??= t`Say where it begins`;
    return low === null ? null : { floor: low, ceiling: high };
  };
  const bands = { pilots: bandOf("pilots"), scale: bandOf("scale"), transform: bandOf("transform") };
  const wanted = {
    name: t`Name it`,
    source: t`Say where it comes from`,
    approvedBy: t`Name who approves it`,
  };
  for (const [field, message] of Object.entries(wanted))
    if (draft[field as keyof typeof wanted].trim() === "") faults[field] = message;
  if (draft.validFrom === "") faults["validFrom"] = t`Say from which day`;
  if (Object.values(bands).every((band) => band === null))
    faults["bands.pilots.floor"] ??= t`State one phase at least`;
  const { basis, span, validFrom } = draft;
  const [name, source, caveat, approvedBy] = [draft.name, draft.source, draft.caveat, draft.approvedBy].map(
    (text) => text.trim(),
  ) as [string, string, string, string];
  return { set: { name, source, caveat, basis, span, bands, validFrom, approvedBy }, faults };
}
