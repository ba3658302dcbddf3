import { defaultOrganisationId } from "../local/local-actor.ts";
import { ProblemError } from "../problem.ts";
import { clearEndedAccess } from "./clear-ended-access.ts";
import { clearIdempotencyKeys } from "./clear-idempotency-keys.ts";
import { deliverMessages } from "./deliver-messages.ts";
import { evaluatePortfolio } from "./evaluate-portfolio.ts";
import type { JobPlan } from "./job-plan.ts";
import { lookForAlerts } from "./look-for-alerts.ts";
import { removeLeftUploads } from "./remove-left-uploads.ts";

/** Every job there is. */
export const jobPlans: readonly JobPlan[] = [
  {
    // The day that figures are valued on changes at midnight in the organisation's time zone; else there is little to do.
    name: "evaluate-portfolio",
    about: "Evaluates the new day's portfolio, so that whoever reads it first need not wait.",
    schedule: "*/15 * * * *",
    of: "organisation",
    atStart: true,
    run: evaluatePortfolio,
  },
  {
    name: "look-for-alerts",
    about:
      "Looks at what the rules of alerts look at, tells what began and what ended, and sends digests that are due.",
    schedule: "*/15 * * * *",
    of: "organisation",
    atStart: true,
    run: lookForAlerts,
  },
  {
    name: "deliver-messages",
    about: "Sends the mails and calls of webhooks that are due, and tries again what failed.",
    schedule: "* * * * *",
    of: "organisation",
    atStart: true,
    run: deliverMessages,
  },
  {
    name: "clear-idempotency-keys",
    about: "Forgets the answers kept for repeated requests, two days after the request.",
    schedule: "20 * * * *",
    of: "organisation",
    atStart: false,
    run: clearIdempotencyKeys,
  },
  {
    name: "clear-ended-access",
    about: "Deletes sessions, links, steps of signing in and counts of tries that ended a day ago.",
    schedule: "40 * * * *",
    of: "installation",
    atStart: false,
    run: clearEndedAccess,
  },
  {
    name: "remove-left-uploads",
    about: "Removes uploads from the temporary folder that a killed server left there a day ago.",
    schedule: "10 3 * * *",
    of: "installation",
    atStart: true,
    run: removeLeftUploads,
  },
];

/** The jobs of an organisation; those of the installation are the default one's. */
export function plansOf(organisationId: string, plans: readonly JobPlan[] = jobPlans): readonly JobPlan[] {
  return plans.filter((plan) => plan.of === "organisation" || organisationId === defaultOrganisationId);
}

/** A job of an organisation by its name; throws "not-found". */
export function getPlan(organisationId: string, name: string): JobPlan {
  const plan = plansOf(organisationId).find((one) => one.name === name);
  if (plan !== undefined) return plan;
  const names = plansOf(organisationId).map((one) => one.name);
  throw new ProblemError("not-found", `There is no job "${name}". There are: ${names.join(", ")}.`);
}
