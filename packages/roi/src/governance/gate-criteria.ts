import type { Criterion } from "./gate-answer.ts";
import { planCriteria } from "./plan-criteria.ts";
import { productionCriteria } from "./production-criteria.ts";
import { returnCriteria } from "./return-criteria.ts";

/** Every criterion of every gate once: its question, and its answer from the facts. */
export const gateCriteria = { ...planCriteria, ...returnCriteria, ...productionCriteria } as const;

/** The name of a criterion. */
export type CriterionKey = keyof typeof gateCriteria;

/** A criterion by its key; undefined for what is none. */
export function findCriterion(key: string): Criterion | undefined {
  return Object.hasOwn(gateCriteria, key) ? gateCriteria[key as CriterionKey] : undefined;
}

/** What a criterion wants at least where a rule says nothing else; empty for one without a limit. */
export function leastByDefault({ limit }: Criterion): string {
  if (limit === null) return "";
  return limit.kind === "share" ? limit.value : limit.values[0];
}
