/** How one series of the demo behaves. Ratios are those of the KPI; shares and noise are relative. */
export interface DemoSeries {
  /** How the plan below refers to it. */
  key: string;
  kpiKey: string;
  scope: string;
  /** Mean denominator of a period and its relative noise; 1 and 0 for a total. */
  volume: number;
  volumeNoise: number;
  ratio: number;
  /** Relative noise of the ratio, and how much of it carries into the next period. */
  noise: number;
  carried: number;
  /** Relative swing over the year, highest in November. */
  season: number;
  /** Digits after the point of the numerator as a team would log it. */
  digits: number;
  /** Relative change of the ratio once the initiative works in full, and the weeks it takes to get there. */
  effect: number;
  rampWeeks: number;
  /** The initiative whose start sets off the effect; undefined for a series that none works on. */
  movedBy?: string;
  /** Another series whose ups and downs it shares for the greater part: the same weather, the same sales. */
  movesWith?: string;
  /** Another series whose numerator is its denominator: an order is one in both. */
  countedBy?: string;
  /** Weeks before the last one in which nobody logged it. */
  gap?: { from: number; to: number };
}

/** The series of the demo: invented, by a seeded generator, at the size of a mid-sized retailer's marketing. */
export const demoSeries: readonly DemoSeries[] = [
  series("leads", "lead-to-opportunity-cycle-time", "Inbound leads", 310, 9.4, {
    noise: 0.06,
    carried: 0.3,
    digits: 1,
    effect: -0.22,
    movedBy: "lead-routing",
  }),
  series("shop", "conversion-rate", "Web shop", 46000, 0.0241, {
    noise: 0.03,
    carried: 0.35,
    season: 0.02,
    effect: 0.16,
    movedBy: "personalisation",
    rampWeeks: 8,
  }),
  series("assets", "hours-per-asset", "Content studio", 58, 11.8, {
    noise: 0.07,
    carried: 0.2,
    digits: 1,
    effect: -0.3,
    movedBy: "drafting",
    volumeNoise: 0.07,
  }),
  series("bids", "cost-per-acquisition", "Paid search", 1450, 38.6, {
    noise: 0.025,
    carried: 0.45,
    digits: 2,
    effect: -0.026,
    movedBy: "bidding",
    volumeNoise: 0.05,
  }),
  series("churn", "churn-rate", "Subscribers", 18400, 0.0212, {
    noise: 0.05,
    carried: 0.2,
    effect: -0.11,
    movedBy: "churn",
    rampWeeks: 2,
    volumeNoise: 0.01,
  }),
  series("chat", "chat-containment", "Service chat", 2900, 0.41, {
    noise: 0.04,
    carried: 0.3,
    effect: 0.31,
    movedBy: "chat",
  }),
  series("complaints", "complaint-rate", "Service chat", 5200, 0.0112, {
    noise: 0.08,
    carried: 0.1,
    effect: -0.03,
    movedBy: "chat",
  }),
  series("landing", "conversion-rate", "Landing pages", 17500, 0.0312, {
    noise: 0.05,
    carried: 0.3,
    effect: 0.004,
    movedBy: "personas",
  }),
  series("webinars", "content-output-per-week", "Webinar clips", 1, 22, {
    noise: 0.18,
    carried: 0.1,
    effect: 0.6,
    movedBy: "webinars",
    volumeNoise: 0,
  }),
  series("calls", "handling-time", "Customer service", 3900, 0.162, {
    noise: 0.04,
    carried: 0.4,
    digits: 1,
    effect: -0.06,
    movedBy: "summaries",
  }),
  series("blog", "conversion-rate", "Blog", 12800, 0.0138, {
    noise: 0.06,
    carried: 0.3,
    effect: 0.15,
    movedBy: "seo",
    gap: { from: 15, to: 8 },
  }),
  series("approvals", "approval-turnaround", "Local markets", 84, 31, {
    noise: 0.08,
    carried: 0.2,
    digits: 1,
    effect: -0.28,
    movedBy: "localisation",
  }),
  // No initiative works on these two. What is new stands last, so that the numbers of the others stay what they are.
  series("store-complaints", "complaint-rate", "Stores", 3400, 0.0094, {
    noise: 0.08,
    carried: 0.1,
    effect: 0,
    movesWith: "complaints",
  }),
  series("baskets", "average-order-value", "Web shop", 1100, 78.5, {
    noise: 0.02,
    carried: 0.3,
    digits: 2,
    effect: 0,
    countedBy: "shop",
  }),
];

interface Behaviour extends Partial<Omit<DemoSeries, "key" | "kpiKey" | "scope" | "volume" | "ratio">> {
  noise: number;
  carried: number;
  effect: number;
}

function series(
  key: string,
  kpiKey: string,
  scope: string,
  volume: number,
  ratio: number,
  behaviour: Behaviour,
): DemoSeries {
  return {
    key,
    kpiKey,
    scope,
    volume,
    ratio,
    volumeNoise: 0.06,
    season: 0.01,
    digits: 0,
    rampWeeks: 6,
    ...behaviour,
  };
}
