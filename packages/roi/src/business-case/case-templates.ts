import type { CostCategory } from "@liftledger/finance/cost-category";
import type { BenefitClass } from "./case-plan.ts";

/** A published change of a KPI as a line of a case: what it is a share of, and what one unit is worth. */
export interface TemplateBenefit {
  kpi: string;
  name: string;
  class: BenefitClass;
  /** What to fill in: how much there is of it today, and the money of one. */
  volume: string;
  unitValue: string;
  /** What must not be counted beside it. */
  overlap: string;
}

/** A published change that carries no money in the template, and why. */
interface TemplateSignal {
  kpi: string;
  reason: string;
}

/** A case to start from, after a published success pattern. */
export interface CaseTemplate {
  /** The key of the success pattern. */
  key: string;
  name: string;
  sentence: string;
  benefits: readonly TemplateBenefit[];
  /** What else the pattern publishes; watched beside the case and never counted in it. */
  signals: readonly TemplateSignal[];
  costs: readonly { category: CostCategory; name: string; once: boolean }[];
}

const usualCosts: CaseTemplate["costs"] = [
  { category: "integration", name: "Connecting it with the data and systems that are there", once: true },
  { category: "security-and-compliance", name: "Security and compliance reviews", once: true },
  { category: "licences", name: "Licences", once: false },
  { category: "usage-and-tokens", name: "Usage and tokens", once: false },
  { category: "people", name: "People who build and run it", once: false },
  { category: "training", name: "Training", once: false },
  { category: "change", name: "Changing how the work is done", once: false },
];

const review: CaseTemplate["costs"][number] = {
  category: "review-and-rework",
  name: "Checking and mending what it made",
  once: false,
};

/** The templates, one for each success pattern of the benchmark library. */
export const caseTemplates: readonly CaseTemplate[] = [
  {
    key: "content-acceleration",
    name: "Content acceleration",
    sentence: "AI drafts, people finish: the same content in fewer hours.",
    benefits: [
      {
        kpi: "content production time",
        name: "Hours freed on content",
        class: "capacity",
        volume: "Hours of work on content in a month today, review and rework in them.",
        unitValue: "What an hour of that work costs, in full.",
        overlap: "Content made in the hours freed is the same benefit again: count one of the two.",
      },
    ],
    signals: [
      {
        kpi: "content output",
        reason: "The additional content is made in the hours freed: it would be counted twice.",
      },
      { kpi: "organic traffic", reason: "Visits are a leading sign: they carry no money until they buy." },
    ],
    // Review hours are in the KPI's own hours.
    costs: usualCosts,
  },
  {
    key: "personalization-at-scale",
    name: "Personalisation at scale",
    sentence: "Pages, offers and emails fit themselves to the person who sees them.",
    benefits: [
      {
        kpi: "email-attributed revenue",
        name: "More revenue by email",
        class: "revenue-margin",
        volume: "Revenue attributed to email in a month today.",
        unitValue: "The contribution margin of 1 of that revenue: 0.4 is 40%.",
        overlap: "Orders that would have come by another channel, or that another initiative claims.",
      },
    ],
    signals: [
      { kpi: "email open rate", reason: "Opens are a leading sign: they carry no money." },
      { kpi: "email click rate", reason: "Clicks are a leading sign: their orders are in the revenue." },
    ],
    costs: [...usualCosts, review],
  },
  {
    key: "predictive-lead-scoring",
    name: "Predictive lead scoring",
    sentence: "A model says which leads are worth a call first: more deals with the same team.",
    benefits: [
      {
        kpi: "closed deals",
        name: "More deals closed",
        class: "revenue-margin",
        volume: "Deals closed in a month today.",
        unitValue: "The contribution margin of one deal.",
        overlap: "Deals that another initiative on the same leads claims.",
      },
    ],
    signals: [
      {
        kpi: "conversion rate",
        reason: "The deals it leads to are counted: the rate would count them twice.",
      },
      { kpi: "sales cycle length", reason: "Elapsed time is no money by itself: its deals are counted." },
    ],
    costs: [...usualCosts, review],
  },
];
