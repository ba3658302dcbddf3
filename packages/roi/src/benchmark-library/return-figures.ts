import { published, type PublishedFigure } from "./published-figure.ts";

/** The first-year gain: of campaigns, not on AI spend, so that no net ROI is ever held against it. */
export const firstYearGain: PublishedFigure = published({
  key: "first-year-campaign-gain",
  group: "first-year",
  what: "ROI gain of AI-optimised campaigns within the first year; the steadiest figure for a typical first-year deployment",
  quantity: "roi",
  low: "0.15",
  high: "0.4",
  basis: "campaign-gain",
  publisher: "SQ Magazine",
  caveat: "a gain in the ROI of campaigns, not a return on AI spend: not comparable with net ROI",
});

/**
 * "544% ROI ($5.44 for every dollar)" contradicts itself: 5.44 back for each 1 spent is 444% net, and 544% net
 * would be 6.44 back. Both readings are kept; the low end is what others are held against.
 */
export const automationReturn: PublishedFigure = published({
  key: "marketing-automation-three-years",
  group: "long-horizon",
  what: "AI-driven marketing automation, over three years",
  quantity: "roi",
  low: "4.44",
  high: "5.44",
  asPrinted: "544% ROI, $5.44 for every dollar spent",
  basis: "ambiguous",
  span: "cumulative",
  publisher: "SQ Magazine",
  caveat: "5.44 returned for each 1 spent is 444% on the net basis; the source labels it 544% ROI",
});

export const contentMarketingReturn: PublishedFigure = published({
  key: "content-marketing-best-case",
  group: "long-horizon",
  what: "AI-powered content marketing, best B2B scenarios",
  quantity: "roi",
  value: "7.48",
  asPrinted: "up to 748%",
  publisher: "SQ Magazine",
  caveat: "a best case, not a median",
});

export const returnFigures: readonly PublishedFigure[] = [
  firstYearGain,
  automationReturn,
  contentMarketingReturn,
];
