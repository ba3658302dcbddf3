/** A kind of AI effort that many companies make, with the KPIs it usually moves. */
export type UseCasePattern = {
  readonly key: string;
  readonly name: string;
  readonly sentence: string;
  /** Keys of built-in KPIs, the most telling first, guardrails last. */
  readonly usualKpis: readonly string[];
};

/** The patterns an initiative chooses from; "other" comes last and suggests nothing. */
export const useCasePatterns: readonly UseCasePattern[] = [
  {
    key: "audience-segmentation",
    name: "Audience segmentation",
    sentence: "A model groups customers by what they do, so that each group gets its own message.",
    usualKpis: ["conversion-rate", "customer-acquisition-cost", "engagement-rate", "unsubscribe-rate"],
  },
  {
    key: "personalisation",
    name: "Personalisation",
    sentence: "Pages, offers and emails fit themselves to the person who sees them.",
    usualKpis: [
      "conversion-rate",
      "average-order-value",
      "repeat-purchase-rate",
      "revenue-per-channel",
      "email-open-rate",
      "email-click-rate",
      "unsubscribe-rate",
    ],
  },
  {
    key: "predictive-lead-scoring",
    name: "Predictive lead scoring",
    sentence: "A model says which leads are worth a call first.",
    usualKpis: [
      "lead-to-opportunity-cycle-time",
      "lead-conversion-rate",
      "sales-cycle-length",
      "closed-deals",
      "value-per-lead",
      "model-precision",
      "lead-acceptance-rate",
    ],
  },
  {
    key: "churn-prediction",
    name: "Churn prediction",
    sentence: "A model says who is about to leave, so that somebody can act before.",
    usualKpis: [
      "churn-rate",
      "retention-rate",
      "customer-lifetime-value",
      "model-precision",
      "complaint-rate",
    ],
  },
  {
    key: "creative-optimisation",
    name: "Creative optimisation",
    sentence: "Variants of texts and images are made and tested by machine, and the best ones run.",
    usualKpis: [
      "conversion-rate",
      "cost-per-acquisition",
      "return-on-ad-spend",
      "engagement-rate",
      "complaint-rate",
    ],
  },
  {
    key: "content-acceleration",
    name: "Content acceleration",
    sentence: "AI drafts, people finish: more content with the same hands.",
    usualKpis: [
      "hours-per-asset",
      "content-output-per-week",
      "campaign-launch-time",
      "approval-turnaround",
      "organic-traffic",
      "ai-error-and-rework-rate",
    ],
  },
  {
    key: "bidding-and-spend",
    name: "Bidding and spend",
    sentence: "A model sets bids and moves budget between channels.",
    usualKpis: [
      "return-on-ad-spend",
      "cost-per-acquisition",
      "customer-acquisition-cost",
      "revenue-per-channel",
      "lead-acceptance-rate",
    ],
  },
  {
    key: "conversational",
    name: "Conversational",
    sentence: "An assistant answers customers in chat or on the telephone.",
    usualKpis: [
      "chat-containment",
      "answer-rate",
      "handling-time",
      "automation-rate",
      "ai-error-and-rework-rate",
      "complaint-rate",
    ],
  },
  {
    key: "other",
    name: "Other",
    sentence: "Something else: choose the KPI that the outcome sentence names.",
    usualKpis: [],
  },
];

/** The pattern with that key, or undefined. */
export function findUseCasePattern(key: string): UseCasePattern | undefined {
  return useCasePatterns.find((pattern) => pattern.key === key);
}
