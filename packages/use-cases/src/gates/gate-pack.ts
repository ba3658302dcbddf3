import { createHash } from "node:crypto";
import { GatePack } from "@liftledger/contracts/gate";
import type { GateReview } from "@liftledger/database/gate-reviews";
import { canonicalJson } from "@liftledger/database/audit-hash";
import { NotFoundError } from "@liftledger/database/errors";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import type { Reader } from "@liftledger/database/transaction";
import { moneyToDecimal, roundToMinor } from "@liftledger/finance/money";
import { engineVersion } from "@liftledger/roi/engine-version";
import { gateReview } from "@liftledger/roi/governance/gate-review";
import { phaseOn } from "@liftledger/roi/phase";
import { caseSettingsInForce } from "../business-cases/case-settings-in-force.ts";
import type { Context } from "../context.ts";
import { evaluateOrganisation } from "../evaluation/evaluate-organisation.ts";
import type { PersonNames } from "../people/person-names.ts";
import { writableCopy } from "../writable-copy.ts";
import { caseAtGate } from "./case-at-gate.ts";
import { gateFacts } from "./gate-facts.ts";
import { gateAfter } from "./gate-place.ts";
import { gateRulesInForce } from "./gate-rules-in-force.ts";
import { withNames } from "./person-tokens.ts";

/** The evidence of the gate that comes next, from what is known now; people by their tokens. */
export async function livePack(
  ctx: Context,
  db: Reader,
  { initiativeId }: NamedInitiative,
): Promise<GatePack> {
  const { clocks, ledger, initiatives } = await evaluateOrganisation(ctx, db, {}, [initiativeId]);
  const [initiative] = initiatives;
  if (initiative === undefined) throw new NotFoundError("initiative", initiativeId);
  const { until, asOf, currency } = clocks;
  const { input, result } = initiative;
  const place = gateAfter(phaseOn(input.phaseHistory, until).current.phase);
  const businessCase = await caseAtGate(ctx, db, { initiative, ledger, until, asOf, currency });
  const facts = await gateFacts(ctx, db, { place, evaluated: initiative, ledger, until, businessCase });
  const review = gateReview(place.into, facts, await gateRulesInForce(ctx, db), place.leaving);
  const { netRoi, overFloor, realisedValue, cost, netBenefit } = result.figures;
  const judgedBy = [netRoi, ...(result.band === null ? [] : [overFloor]), realisedValue, cost, netBenefit];
  const forward = businessCase.figure === null ? [] : [businessCase.figure];
  const from = (await caseSettingsInForce(ctx, db))?.twoSignaturesFrom ?? null;
  return writableCopy({
    ...place,
    until,
    asOf,
    engineVersion,
    rulesVersion: review.rulesVersion,
    proposal: review.proposal,
    reason: review.reason,
    criteria: review.criteria,
    figures: [...judgedBy, ...forward].map(({ figure }) => figure),
    ahead: businessCase.ahead,
    notAhead: businessCase.notAhead,
    costAhead: businessCase.costAhead,
    twoSignaturesFrom:
      from === null ? null : { amount: moneyToDecimal(roundToMinor(from, currency)), currency },
    facts: JSON.parse(canonicalJson(facts)) as GatePack["facts"],
  });
}

/** What was asked for on which evidence, as it is signed: canonical JSON, people by their ids. */
export function signedText(
  {
    initiativeId,
    decision,
    reason,
    overrides,
  }: Pick<GateReview, "initiativeId" | "decision" | "reason" | "overrides">,
  pack: GatePack,
): string {
  return canonicalJson({ initiativeId, decision, reason, overrides, pack });
}

/** The digest that a review is signed with: SHA-256, in hexadecimal, over `signedText`. */
export function signedDigest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * The digest of what a person reads: as it would be signed, but for the instant up to which things are known. That
 * moves with every change of anything, and only what it changed here is asked to be read again.
 */
export function seenDigest(review: Parameters<typeof signedText>[0], pack: GatePack): string {
  const figures = pack.figures.map((figure) => ({ ...figure, asOf: "" }));
  return signedDigest(signedText(review, { ...pack, asOf: "", figures }));
}

/** The evidence that was signed, people by their tokens; undefined while nobody signed. */
export function frozenPack({ pack }: Pick<GateReview, "pack">): GatePack | undefined {
  return pack === null ? undefined : GatePack.parse(JSON.parse(pack));
}

/** The evidence as a person reads it. */
export function namedPack(pack: GatePack, nameOf: PersonNames): GatePack {
  return GatePack.parse(JSON.parse(withNames(JSON.stringify(pack), nameOf)));
}
