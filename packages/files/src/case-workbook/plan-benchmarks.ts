import { bandText } from "@liftledger/roi/benchmark";
import { firstYearGain } from "@liftledger/roi/benchmark-library/return-figures";
import type { CaseAgainstBenchmarks } from "@liftledger/roi/business-case/case-benchmarks";
import { statedPercent } from "@liftledger/roi/percent-text";
import { phaseNames } from "@liftledger/roi/phase";
import type { WorkbookBenchmark } from "./case-workbook-input.ts";

/** What the benchmarks say to a case, as rows of its workbook: comparability first. None while it has no return. */
export function planBenchmarks(against: CaseAgainstBenchmarks | null): readonly WorkbookBenchmark[] {
  if (against === null) return [];
  const phases = against.phases.map(({ phase, band, comparability, sentence }): WorkbookBenchmark => {
    const reading = comparability.kind === "not-comparable" ? "" : sentence;
    return {
      name: `ROI in ${phaseNames[phase]}`,
      figure: band === null ? "none" : bandText(band),
      basis: band?.basis ?? "none",
      span: band === null ? "none" : (band.span ?? "unstated, read as cumulative"),
      saysToThisCase: reading === "" ? `Not comparable: ${sentence}` : reading,
      source: band?.publisher ?? "",
      caveat: band?.caveat ?? "",
    };
  });
  const { publisher, basis, span, caveat, low, high } = firstYearGain;
  const said = against.firstYear;
  return [
    ...phases,
    {
      name: "First-year gain in campaign ROI",
      figure: `${statedPercent(Number(low))} to ${statedPercent(Number(high))}`,
      basis,
      span,
      saysToThisCase: said.kind === "not-comparable" ? `Not comparable: ${said.reason}` : said.sentence,
      source: publisher,
      caveat: caveat ?? "",
    },
  ];
}
