import type {
  BenefitAssumptions,
  CostCategory,
  NewInitiative,
  Phase,
} from "@liftledger/contracts/initiative";
import { demoFinance } from "./demo-people.ts";

/** One initiative of the demo as a plan: weeks are counted back from the present one. */
export interface DemoInitiative {
  key: string;
  name: string;
  owner: string;
  team: string;
  useCasePattern: string;
  outcome: { kpiKey: string; change: "increase" | "decrease"; percent: string };
  /** When it began to change the series: the intervention start of its baselines. */
  startedWeeksAgo: number;
  /** Phases with the week in which each was entered, oldest first. */
  phases: { phase: Phase; weeksAgo: number }[];
  benefits: DemoBenefit[];
  /** A one-off at the start and a monthly amount of each category, in whole euros. */
  costs: { category: CostCategory; once?: number; monthly?: number }[];
  /** Months before the present one for which nobody has logged the cost yet. */
  missingCostMonths?: number[];
  status?: NewInitiative["status"];
}

export interface DemoBenefit {
  series: string;
  /** Left undone where the plan wants an initiative that waits for finance, whose worth nobody approved either. */
  freeze: boolean;
  /** The series that its baseline is compared with. */
  control?: string;
  assumptions: BenefitAssumptions;
}

/** The twelve initiatives: a clear winner, one that loses money, two too early, one with gaps, one that waits. */
export const demoInitiatives: readonly DemoInitiative[] = [
  {
    key: "lead-routing",
    name: "Lead-routing classifier",
    owner: "Tomás Ribeiro",
    team: "Demand generation",
    useCasePattern: "predictive-lead-scoring",
    outcome: { kpiKey: "lead-to-opportunity-cycle-time", change: "decrease", percent: "15" },
    startedWeeksAgo: 38,
    phases: [
      { phase: "foundation", weeksAgo: 44 },
      { phase: "pilots", weeksAgo: 38 },
    ],
    benefits: [benefit("leads", "7.5", "0.8", { cashed: "0.7", redeployed: "0.2" })],
    costs: [
      { category: "licences", monthly: 1900 },
      { category: "people", monthly: 2600 },
      { category: "integration", once: 14000 },
      { category: "training", once: 3500 },
    ],
  },
  {
    key: "personalisation",
    name: "Checkout personalisation",
    owner: "Maja Lindqvist",
    team: "E-commerce",
    useCasePattern: "personalisation",
    outcome: { kpiKey: "conversion-rate", change: "increase", percent: "8" },
    startedWeeksAgo: 50,
    phases: [
      { phase: "pilots", weeksAgo: 50 },
      { phase: "scale", weeksAgo: 30 },
    ],
    benefits: [benefit("shop", "34", "0.6", { cashed: "1", redeployed: "0" })],
    costs: [
      { category: "licences", monthly: 1500 },
      { category: "usage-and-tokens", monthly: 600 },
      { category: "people", monthly: 1500 },
      { category: "integration", once: 9000 },
      { category: "training", once: 3000 },
    ],
  },
  {
    key: "recommendations",
    name: "Product recommendations",
    owner: "Jonas Weber",
    team: "E-commerce",
    useCasePattern: "personalisation",
    outcome: { kpiKey: "conversion-rate", change: "increase", percent: "3" },
    startedWeeksAgo: 26,
    phases: [{ phase: "pilots", weeksAgo: 26 }],
    benefits: [benefit("shop", "34", "0.2", { cashed: "1", redeployed: "0" })],
    costs: [
      { category: "licences", monthly: 1400 },
      { category: "people", monthly: 1300 },
      { category: "integration", once: 6000 },
    ],
  },
  {
    key: "drafting",
    name: "Brief-to-draft assistant",
    owner: "Aoife Brennan",
    team: "Content",
    useCasePattern: "content-acceleration",
    outcome: { kpiKey: "hours-per-asset", change: "decrease", percent: "30" },
    startedWeeksAgo: 45,
    phases: [
      { phase: "pilots", weeksAgo: 45 },
      { phase: "scale", weeksAgo: 20 },
    ],
    benefits: [benefit("assets", "62", "0.9", { cashed: "0.25", redeployed: "0.4" })],
    costs: [
      { category: "licences", monthly: 1400 },
      { category: "usage-and-tokens", monthly: 650 },
      { category: "people", monthly: 1700 },
      { category: "training", once: 5200 },
    ],
  },
  {
    key: "bidding",
    name: "Paid-search bid copilot",
    owner: "Henrik Dahl",
    team: "Performance",
    useCasePattern: "bidding-and-spend",
    outcome: { kpiKey: "cost-per-acquisition", change: "decrease", percent: "10" },
    startedWeeksAgo: 34,
    phases: [
      { phase: "pilots", weeksAgo: 34 },
      { phase: "scale", weeksAgo: 12 },
    ],
    benefits: [
      {
        series: "bids",
        freeze: true,
        assumptions: {
          attribution: "1",
          confidence: "1",
          realisation: { accepted: "0", redeployed: "0", cashed: "1" },
          approvedBy: demoFinance.name,
        },
      },
    ],
    costs: [
      { category: "licences", monthly: 2800 },
      { category: "people", monthly: 2400 },
      { category: "integration", once: 9000 },
    ],
  },
  {
    key: "churn",
    name: "Churn-save e-mail writer",
    owner: "Leila Haddad",
    team: "Lifecycle",
    useCasePattern: "churn-prediction",
    outcome: { kpiKey: "churn-rate", change: "decrease", percent: "6" },
    startedWeeksAgo: 40,
    phases: [{ phase: "pilots", weeksAgo: 40 }],
    benefits: [benefit("churn", "64", "0.8", { cashed: "0.9", redeployed: "0" })],
    costs: [
      { category: "licences", monthly: 640 },
      { category: "people", monthly: 780 },
      { category: "training", once: 1200 },
    ],
  },
  {
    key: "chat",
    name: "Service chat assistant",
    owner: "Priya Nair",
    team: "Customer service",
    useCasePattern: "conversational",
    outcome: { kpiKey: "chat-containment", change: "increase", percent: "25" },
    startedWeeksAgo: 36,
    phases: [
      { phase: "foundation", weeksAgo: 48 },
      { phase: "pilots", weeksAgo: 36 },
    ],
    benefits: [
      benefit("chat", "6.2", "0.9", { cashed: "0.8", redeployed: "0.1" }),
      { series: "complaints", freeze: true, control: "store-complaints", assumptions: {} },
    ],
    costs: [
      { category: "licences", monthly: 1300 },
      { category: "usage-and-tokens", monthly: 500 },
      { category: "security-and-compliance", once: 3000 },
      { category: "integration", once: 4000 },
    ],
  },
  {
    key: "personas",
    name: "Persona research synthesiser",
    owner: "Chiara Conti",
    team: "Brand",
    useCasePattern: "audience-segmentation",
    outcome: { kpiKey: "conversion-rate", change: "increase", percent: "5" },
    startedWeeksAgo: 30,
    phases: [{ phase: "pilots", weeksAgo: 30 }],
    benefits: [benefit("landing", "14", "0.5", { cashed: "1", redeployed: "0" })],
    costs: [
      { category: "licences", monthly: 2900 },
      { category: "people", monthly: 4200 },
      { category: "training", once: 2000 },
    ],
  },
  {
    key: "webinars",
    name: "Webinar repurposing",
    owner: "Aoife Brennan",
    team: "Content",
    useCasePattern: "content-acceleration",
    outcome: { kpiKey: "content-output-per-week", change: "increase", percent: "40" },
    startedWeeksAgo: 5,
    phases: [{ phase: "pilots", weeksAgo: 5 }],
    benefits: [benefit("webinars", "85", "1", { cashed: "0.5", redeployed: "0.5" })],
    costs: [
      { category: "licences", monthly: 900 },
      { category: "people", once: 1800 },
    ],
  },
  {
    key: "summaries",
    name: "Call-summary writer",
    owner: "Priya Nair",
    team: "Customer service",
    useCasePattern: "conversational",
    outcome: { kpiKey: "handling-time", change: "decrease", percent: "8" },
    startedWeeksAgo: 4,
    phases: [{ phase: "pilots", weeksAgo: 4 }],
    benefits: [benefit("calls", "34", "1", { cashed: "0.4", redeployed: "0.4" })],
    costs: [
      { category: "licences", monthly: 1500 },
      { category: "integration", once: 4000 },
    ],
  },
  {
    key: "seo",
    name: "Search refresh pipeline",
    owner: "Henrik Dahl",
    team: "Performance",
    useCasePattern: "content-acceleration",
    outcome: { kpiKey: "conversion-rate", change: "increase", percent: "12" },
    startedWeeksAgo: 32,
    phases: [{ phase: "pilots", weeksAgo: 32 }],
    benefits: [benefit("blog", "19", "0.8", { cashed: "1", redeployed: "0" })],
    costs: [
      { category: "licences", monthly: 800 },
      { category: "people", monthly: 1300 },
    ],
    missingCostMonths: [2, 3],
  },
  {
    key: "localisation",
    name: "Localisation engine",
    owner: "Chiara Conti",
    team: "Brand",
    useCasePattern: "content-acceleration",
    outcome: { kpiKey: "approval-turnaround", change: "decrease", percent: "20" },
    startedWeeksAgo: 22,
    phases: [{ phase: "pilots", weeksAgo: 22 }],
    benefits: [waiting(benefit("approvals", "6", "0.8", { cashed: "0.5", redeployed: "0.3" }))],
    costs: [
      { category: "licences", monthly: 1100 },
      { category: "people", monthly: 900 },
      { category: "change", once: 2500 },
    ],
  },
];

/** Neither its baseline nor its worth has been approved yet. */
function waiting({
  assumptions: { approvedBy: _nobody, ...assumptions },
  ...claimed
}: DemoBenefit): DemoBenefit {
  return { ...claimed, freeze: false, assumptions };
}

function benefit(
  series: string,
  unitValue: string,
  attribution: string,
  stages: { cashed: string; redeployed: string },
): DemoBenefit {
  const realisation = { accepted: "0", ...stages };
  return {
    series,
    freeze: true,
    assumptions: { unitValue, attribution, confidence: "1", realisation, approvedBy: demoFinance.name },
  };
}
