import type { Actor } from "../context.ts";

/** Who drafts the baselines of the demo, for every team. */
export const demoAnalyst: Actor = {
  personId: "demo-analyst",
  name: "Theo Marchetti",
  role: "contributor",
  teamIds: "all",
};

/** Who approves them, and what the benefits are worth. */
export const demoFinance: Actor = { personId: "demo-finance", name: "Ines Duarte", role: "finance" };
