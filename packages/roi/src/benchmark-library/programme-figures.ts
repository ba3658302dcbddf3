import { published, type PublishedFigure, type PublishedGroup } from "./published-figure.ts";

/** Of the pilots that were started, those that reached wide deployment. */
export const pilotsReachingScale = published({
  key: "pilots-reaching-scale",
  group: "portfolio",
  what: "pilots that reach widescale deployment",
  quantity: "share",
  value: "0.12",
  asPrinted: "4 of 33",
  publisher: "IDC and Lenovo",
});

/** Companies at production scale with returns they can measure. */
export const productionWithReturns = published({
  key: "production-with-measurable-returns",
  group: "portfolio",
  what: "companies at production scale with measurable returns",
  quantity: "share",
  value: "0.21",
  publisher: "McKinsey, cited by Writer",
  caveat: "a share of companies, not of initiatives",
});

/** Pilots that were given up on the way. */
export const pilotsScrapped = published({
  key: "pilots-scrapped",
  group: "portfolio",
  what: "pilots scrapped between proof of concept and broad adoption",
  quantity: "share",
  value: "0.46",
  publisher: "S&P Global 2025, cited by Writer",
});

/** Companies that gave most of their initiatives up. */
export const mostAbandoned = published({
  key: "most-initiatives-abandoned",
  group: "portfolio",
  what: "companies that abandoned most AI initiatives in 2025",
  quantity: "share",
  value: "0.42",
  asPrinted: "42% in 2025, 17% in 2024",
  publisher: "S&P Global 2025, cited by Writer",
});

/** Training as a share of what is spent on AI. */
export const trainingOfEarlyAdopters = published({
  key: "training-share-early",
  group: "spend",
  what: "training share of the AI budget, early adopters",
  quantity: "share",
  low: "0.15",
  high: "0.2",
  publisher: "Digital Applied",
});

export const trainingOfMatureProgrammes = published({
  key: "training-share-mature",
  group: "spend",
  what: "training share of the AI budget, mature programmes",
  quantity: "share",
  low: "0.25",
  high: "0.3",
  publisher: "Digital Applied",
});

/** What tools return that connect with existing systems, as a multiple of what standalone ones do. */
export const connectedTools = published({
  key: "connected-tools",
  group: "integration",
  what: "ROI of tools that connect with existing systems against standalone ones",
  quantity: "factor",
  value: "2.3",
  publisher: "Digital Applied",
  caveat:
    "Published as a factor alone: neither the basis nor the span is stated, nor which tools were compared.",
});

/** How long reviews of integration and security hold a deployment up. */
export const reviewStall = published({
  key: "review-stall",
  group: "security",
  what: "stall of deployment by integration and security reviews",
  quantity: "months",
  low: "6",
  high: "12",
  publisher: "Writer",
});

function share(key: string, group: PublishedGroup, what: string, value: string, publisher: string) {
  return published({ key, group, what, quantity: "share", value, publisher });
}

/** How much of a marketer's time goes into work that follows a rule. */
export const mechanicalWork = published({
  key: "mechanical-work",
  group: "worksplit",
  what: "marketer's time on mechanical, repetitive tasks",
  quantity: "share",
  low: "0.6",
  high: "0.7",
  publisher: "Writer",
});

/** How programmes fare, and what they spend. */
export const programmeFigures: readonly PublishedFigure[] = [
  pilotsReachingScale,
  productionWithReturns,
  pilotsScrapped,
  mostAbandoned,
  share("data-not-ready", "portfolio", "organisations without AI-ready data, or unsure", "0.65", "Writer"),
  share(
    "abandoned-without-data",
    "portfolio",
    "AI projects abandoned through 2026 when unsupported by AI-ready data",
    "0.6",
    "Gartner",
  ),
  trainingOfEarlyAdopters,
  trainingOfMatureProgrammes,
  reviewStall,
  connectedTools,
  mechanicalWork,
];
