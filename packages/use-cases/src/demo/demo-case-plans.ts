import { NewCasePlan } from "@liftledger/contracts/case-plan";
import { addPeriods } from "@liftledger/kpis/period";

const constant = (value: string) => [{ from: 0, value }];
const wholly = { overlap: constant("0") };
const every = { kind: "recurring", from: 1 };
const atStart = { kind: "one-off", column: 0 };

type Told = readonly [field: string, source: string];

/** Where each value of a line comes from, and who stands for it. */
const assumed = (owner: string, told: readonly Told[]) =>
  told.map(([field, source]) => ({ field, source, owner, evidence: "measured" }));

/** What every cost of a line is known by. */
const priced = (owner: string, source: string) => assumed(owner, [["amount", source]]);

/** Checkout personalisation over two years by month, as it was approved when it began. */
export function personalisationPlan(start: string, benefitId: string): NewCasePlan {
  const owner = "Maja Lindqvist";
  return NewCasePlan.parse({
    currency: "EUR",
    start,
    period: "month",
    horizon: 24,
    benefits: [
      {
        id: "more-orders",
        name: "More orders in the web shop",
        owner,
        benefitId,
        class: "revenue-margin",
        run: every,
        estimate: { kind: "pert", low: "0.5", mode: "1", high: "1.3" },
        risk: { kind: "share", share: "0.15", reason: "The winter season was not in the trial" },
        value: {
          kind: "factors",
          lift: [
            { from: 1, value: "0.0012" },
            { from: 3, value: "0.0026" },
            { from: 7, value: "0.0036" },
          ],
          volume: constant("199000"),
          unitValue: constant("34"),
          adoption: constant("0.8"),
          attribution: constant("0.6"),
          confidence: constant("0.9"),
          realisation: constant("1"),
          ...wholly,
        },
        assumptions: assumed(owner, [
          ["lift", "Trial on a tenth of the visits, six weeks"],
          ["volume", "Visits of the web shop, last year"],
          ["unitValue", "Margin of an order, controlling"],
          ["adoption", "Share of visitors with a known basket"],
          ["attribution", "The rest is claimed by recommendations"],
          ["confidence", "The trial was short"],
          ["realisation", "Margin is money at once"],
          ["overlap", "Divided by the claims on the series"],
        ]),
      },
    ],
    costs: [
      {
        id: "licences",
        name: "Licences",
        owner,
        category: "licences",
        run: every,
        amount: constant("1500"),
        assumptions: priced(owner, "Contract of the supplier, two years"),
      },
      {
        id: "usage",
        name: "Usage and tokens",
        owner,
        category: "usage-and-tokens",
        run: every,
        estimate: { kind: "triangular", low: "0.8", mode: "1", high: "1.6" },
        amount: constant("500"),
        assumptions: priced(owner, "Price list at the visits of last year"),
      },
      {
        id: "people",
        name: "Care of the models",
        owner,
        category: "people",
        run: every,
        estimate: { kind: "pert", low: "0.9", mode: "1", high: "1.3" },
        amount: constant("1500"),
        assumptions: priced(owner, "A fifth of an engineer, at full cost"),
      },
      {
        id: "connecting-it",
        name: "Connecting it to the checkout",
        owner,
        category: "integration",
        run: atStart,
        risk: { kind: "optimism-bias", share: "0.2", reason: "Checkout projects have overrun before" },
        amount: constant("9000"),
        assumptions: priced(owner, "Offer of the agency"),
      },
      {
        id: "training",
        name: "Training",
        owner,
        category: "training",
        run: atStart,
        amount: constant("3000"),
        assumptions: priced(owner, "Two days for the shop team"),
      },
    ],
    scenarios: [
      {
        name: "Conservative",
        kind: "conservative",
        changes: [
          { lineId: "more-orders", field: "lift", change: { times: "0.6" } },
          { lineId: "more-orders", field: "delay", change: { plus: "3" } },
        ],
      },
      {
        name: "Optimistic",
        kind: "optimistic",
        changes: [{ lineId: "more-orders", field: "lift", change: { times: "1.3" } }],
      },
    ],
    correlations: [
      { lines: ["more-orders", "usage"], coefficient: "0.5", reason: "More visits use more tokens" },
    ],
  });
}

/** The chat assistant in two more countries over four years; what its second version has otherwise is asked for here. */
export function chatPlan(
  month: string,
  { hours, licences }: { hours: string; licences: string },
): NewCasePlan {
  const owner = "Priya Nair";
  return NewCasePlan.parse({
    currency: "EUR",
    start: addPeriods(month, 1),
    period: "year",
    horizon: 4,
    benefits: [
      {
        id: "chats-contained",
        name: "Chats that need no agent",
        owner,
        class: "cash",
        run: every,
        estimate: { kind: "pert", low: "0.6", mode: "1", high: "1.25" },
        risk: { kind: "share", share: "0.1", reason: "Two languages are untried" },
        value: {
          kind: "factors",
          lift: [
            { from: 1, value: "0.09" },
            { from: 2, value: "0.15" },
          ],
          volume: constant("118000"),
          unitValue: constant("6.2"),
          adoption: constant("0.9"),
          attribution: constant("0.9"),
          confidence: constant("0.9"),
          realisation: constant("0.8"),
          ...wholly,
        },
        assumptions: assumed(owner, [
          ["lift", "Test by lot at home, and a year to learn two languages"],
          ["volume", "Chats of both countries, last year"],
          ["unitValue", "Cost of an agent's chat, controlling"],
          ["adoption", "Opening hours of the assistant"],
          ["attribution", "As at home"],
          ["confidence", "Other customers, other questions"],
          ["realisation", "Temporary staff that is not hired"],
          ["overlap", "Nothing else claims the chats"],
        ]),
      },
      {
        id: "hours-freed",
        name: "Hours of team leads freed",
        owner,
        class: "capacity",
        run: every,
        value: {
          kind: "money",
          gross: constant(hours),
          adoption: constant("1"),
          attribution: constant("1"),
          confidence: constant("1"),
          realisation: constant("1"),
          ...wholly,
        },
        assumptions: [{ field: "line", source: "Guess of the team leads", owner, evidence: "estimate" }],
      },
    ],
    costs: [
      {
        id: "licences",
        name: "Licences",
        owner,
        category: "licences",
        run: every,
        amount: constant(licences),
        assumptions: priced(owner, "Offer of the supplier for 60 seats"),
      },
      {
        id: "usage",
        name: "Usage and tokens",
        owner,
        category: "usage-and-tokens",
        run: every,
        estimate: { kind: "pert", low: "0.7", mode: "1", high: "1.8" },
        amount: constant("7200"),
        assumptions: priced(owner, "What a chat costs at home"),
      },
      {
        id: "connecting-it",
        name: "Languages and connections",
        owner,
        category: "integration",
        run: atStart,
        estimate: { kind: "triangular", low: "0.9", mode: "1", high: "1.5" },
        amount: constant("42000"),
        assumptions: priced(owner, "Offer of the agency"),
      },
      {
        id: "training",
        name: "Training",
        owner,
        category: "training",
        run: atStart,
        amount: constant("6500"),
        assumptions: priced(owner, "As at home, twice"),
      },
    ],
    scenarios: [
      {
        name: "Conservative",
        kind: "conservative",
        changes: [{ lineId: "chats-contained", field: "lift", change: { times: "0.65" } }],
      },
      {
        name: "Optimistic",
        kind: "optimistic",
        changes: [{ lineId: "chats-contained", field: "lift", change: { times: "1.2" } }],
      },
    ],
  });
}
