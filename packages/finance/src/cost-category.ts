/** The key of a cost category. */
export type CostCategory =
  | "licences"
  | "usage-and-tokens"
  | "people"
  | "integration"
  | "training"
  | "change"
  | "security-and-compliance"
  | "review-and-rework"
  | "working-media"
  | "other";

/** What an initiative can cost. Fully loaded: what is left out here flatters the return. */
export const costCategories: readonly {
  readonly key: CostCategory;
  readonly name: string;
  readonly sentence: string;
}[] = [
  {
    key: "licences",
    name: "Licences",
    sentence: "Subscriptions and licences for tools and models, whatever their use.",
  },
  {
    key: "usage-and-tokens",
    name: "Usage and tokens",
    sentence: "What is paid by use: tokens, calls, computing time, storage.",
  },
  { key: "people", name: "People", sentence: "Working time of those who build and run it, at full cost." },
  {
    key: "integration",
    name: "Integration",
    sentence: "Connecting it with the systems and the data that are there.",
  },
  {
    key: "training",
    name: "Training",
    sentence: "Teaching people to use it, with the time they spend learning.",
  },
  {
    key: "change",
    name: "Change",
    sentence:
      "Changing how the work is done: process design, communication, running old and new side by side.",
  },
  {
    key: "security-and-compliance",
    name: "Security and compliance",
    sentence: "Reviews, audits, legal advice and the controls that follow from them.",
  },
  {
    key: "review-and-rework",
    name: "Review and rework",
    // Inside a time KPI these hours are in its numerator already.
    sentence:
      "People checking and mending what it made, as far as no time KPI of the initiative counts those hours.",
  },
  {
    key: "working-media",
    name: "Working media",
    // Inside acquisition cost or return on ad spend it is in the KPI already.
    sentence: "Advertising bought for the initiative, as far as no KPI of the initiative counts that spend.",
  },
  { key: "other", name: "Other", sentence: "Anything else it would not have cost without the initiative." },
];
