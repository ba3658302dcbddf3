import { z } from "zod";
import { NewCasePlan } from "./case-plan.ts";
import { costCategories } from "./initiative-values.ts";
import { CurrencyCode, MonthText } from "./values.ts";

/** What a case may begin from: a published pattern, with what it asks for and what it leaves out. */
export const CaseTemplate = z.object({
  key: z.string(),
  name: z.string(),
  sentence: z.string(),
  /** What the pattern gains, each with what one has to say of it. */
  benefits: z.array(
    z.object({
      kpi: z.string(),
      name: z.string(),
      class: z.enum(["revenue-margin", "cash", "cost-avoidance", "capacity", "risk-avoided"]),
      volume: z.string(),
      unitValue: z.string(),
      overlap: z.string(),
    }),
  ),
  /** KPIs of the pattern that would count the same money twice, or carry none. */
  signals: z.array(z.object({ kpi: z.string(), reason: z.string() })),
  costs: z.array(z.object({ category: z.enum(costCategories), name: z.string(), once: z.boolean() })),
});
export type CaseTemplate = z.infer<typeof CaseTemplate>;

/** Which template, from when, in which currency: this month and the organisation's where left out. */
export const CaseTemplatePlanQuery = z.strictObject({
  template: z.string().max(100),
  start: MonthText.optional(),
  currency: CurrencyCode.optional(),
});
export type CaseTemplatePlanQuery = z.infer<typeof CaseTemplatePlanQuery>;

/** A plan to begin a case with: the published change as an assumption, and of all else nothing yet. */
export const CaseTemplatePlan = z.object({ template: CaseTemplate, plan: NewCasePlan });
export type CaseTemplatePlan = z.infer<typeof CaseTemplatePlan>;
