import type { GateRules, GateRulesInForce } from "@liftledger/contracts/gate";
import { percentOfShare } from "../../components/decimal-share.ts";
import { typedFromDecimal } from "../../components/typed-number.ts";
import { readSaid } from "../case-plan/typed-plan.ts";
import { t } from "../../words.ts";

export const gateNames = ["pilots", "scale", "transform"] as const;
export type GateName = (typeof gateNames)[number];

export type Criteria = GateRulesInForce["criteria"];

/** What each gate asks, by criterion: its limit as typed, empty for the usual one; null of what it does not ask. */
export type AskedDraft = Record<GateName, Partial<Record<string, string | null>>>;

/** Rules as fields show them. */
export function draftOfRules(
  { gates, criteria }: Pick<GateRulesInForce, "gates" | "criteria">,
  locale: string,
): AskedDraft {
  const asked = (gate: GateName) =>
    Object.fromEntries(
      gates[gate].map(({ criterion, least }) => [
        criterion,
        typedLimit(criteria, { criterion, least }, locale),
      ]),
    );
  return { pilots: asked("pilots"), scale: asked("scale"), transform: asked("transform") };
}

function typedLimit(
  criteria: Criteria,
  { criterion, least }: GateRules["gates"][GateName][number],
  locale: string,
): string {
  if (least === null) return "";
  const limit = criteria.find((one) => one.criterion === criterion)?.limit;
  return limit?.kind === "share" ? typedFromDecimal(percentOfShare(least), locale) : least;
}

export type ReadRules =
  | { kind: "gates"; gates: GateRules["gates"] }
  | { kind: "faults"; faults: Record<string, string> };

/** Rules as they are sent, criteria in the order of the page; or what is wrong, by gate and criterion. */
export function readRules(criteria: Criteria, draft: AskedDraft, locale: string): ReadRules {
  const faults: Record<string, string> = {};
  const gateOf = (gate: GateName) =>
    criteria.flatMap(({ criterion: key, limit }): GateRules["gates"][GateName] => {
      const typed = draft[gate][key];
      if (typed === undefined || typed === null) return [];
      if (limit === null || typed.trim() === "") return [{ criterion: key, least: null }];
      if (limit.kind === "one-of") return [{ criterion: key, least: typed }];
      const read = readSaid(typed, "percent", locale);
      if (read.kind !== "number" || Number(read.decimal) < 0 || Number(read.decimal) > 1) {
        faults[`${gate}.${key}`] = t`A percentage from 0 to 100`;
        return [];
      }
      return [{ criterion: key, least: read.decimal }];
    });
  const gates = { pilots: gateOf("pilots"), scale: gateOf("scale"), transform: gateOf("transform") };
  for (const gate of gateNames)
    if (Object.values(draft[gate]).every((typed) => typed === null || typed === undefined))
      faults[gate] = t`A gate asks something: choose at least one criterion.`;
  return Object.keys(faults).length > 0 ? { kind: "faults", faults } : { kind: "gates", gates };
}
