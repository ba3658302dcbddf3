import { retirementPaths } from "@liftledger/contracts/retirement-paths";
import type { AuditEntry } from "@liftledger/database/audit-entries";
import { baselinesComparedWith } from "@liftledger/database/baseline-controls";
import { listBenefits } from "@liftledger/database/benefits";
import type { Reader } from "@liftledger/database/transaction";
import { z } from "zod";

/** Whose figures a change may have moved: everybody's, or those of some initiatives and of what claims some series. */
type Touch = "all" | { initiativeIds: readonly string[]; seriesIds: readonly string[] };

/** What an entry tells of the thing that changed, before or after. */
const Facts = z.object({
  initiativeId: z.string().optional(),
  initiativeIds: z.array(z.string()).optional(),
  seriesId: z.string().optional(),
  seriesIds: z.array(z.string()).optional(),
});

const nothing: Touch = { initiativeIds: [], seriesIds: [] };

/** What each kind of thing moves when it changes. What is not named here moves everything, so that nothing is missed. */
const touchOf: Readonly<Record<string, (entry: AuditEntry) => Touch>> = {
  snapshots: (entry) => ({ initiativeIds: [], seriesIds: [entry.objectId] }),
  import: fromFacts,
  series: () => nothing,
  baseline: fromFacts,
  benefit: fromFacts,
  "cost-line": fromFacts,
  "hold-out": fromFacts,
  initiative: (entry) => ({ initiativeIds: [entry.objectId], seriesIds: [] }),
  // A set counts for somebody once it was chosen; a later version of it may be in force at once.
  "benchmark-set": (entry) => (entry.before === null ? nothing : "all"),
  "benchmark-choice": fromFacts,
  // A pool costs nobody anything until a month of it is booked; its name stands in their figures.
  "cost-pool": (entry) => (entry.before === null ? nothing : "all"),
  "cost-pool-month": fromFacts,
  "import-recipe": () => nothing,
  annotation: () => nothing,
  // What is ready says nothing of what was measured.
  "readiness-answer": () => nothing,
  "production-facts": () => nothing,
  // How far it is used is judged beside its figures, which stand on what it moved.
  adoption: () => nothing,
  workflow: () => nothing,
  // What a gate decided is told of the initiative too, which is what moves.
  "gate-review": () => nothing,
  "gate-rules": () => nothing,
  "kill-rule": () => nothing,
  "candidate-estimate": () => nothing,
  responsibility: () => nothing,
  learning: () => nothing,
  "work-split-round": () => nothing,
  alert: () => nothing,
  "alert-settings": () => nothing,
  webhook: () => nothing,
  message: () => nothing,
  "roadmap-task": () => nothing,
  // Which tool a cost is of moves nobody's figures.
  tool: () => nothing,
  "data-asset": () => nothing,
  "saved-view": () => nothing,
  // A case is a plan: the figures are of what was measured and spent.
  "business-case": () => nothing,
  "case-version": () => nothing,
  "case-comment": () => nothing,
  "case-settings": () => nothing,
  job: () => nothing,
  // A new name is nobody's yet; a changed one may stand on any page.
  person: (entry) => (entry.before === null ? nothing : "all"),
  team: (entry) => (entry.before === null ? nothing : "all"),
};

function fromFacts({ before, after }: AuditEntry): Touch {
  const sides = [before, after].flatMap((side) => (side === null ? [] : [Facts.safeParse(JSON.parse(side))]));
  const facts = sides.flatMap((side) => (side.success ? [side.data] : []));
  const initiativeIds = facts.flatMap(({ initiativeId, initiativeIds: many }) => many ?? initiativeId ?? []);
  const seriesIds = facts.flatMap(({ seriesId, seriesIds: many }) => many ?? seriesId ?? []);
  return initiativeIds.length + seriesIds.length === 0 ? "all" : { initiativeIds, seriesIds };
}

/**
 * The initiatives whose figures may have moved by the changes that entries of the audit chain tell of, or "all".
 * With an initiative come those that claim a series it claims: when it began decides whose baseline it contaminates.
 * With a series come those whose baselines are compared with it.
 */
export async function touchedInitiatives(
  db: Reader,
  organisationId: string,
  entries: readonly AuditEntry[],
): Promise<"all" | ReadonlySet<string>> {
  const initiatives = new Set<string>();
  const series = new Set<string>();
  for (const entry of entries) {
    // What is retired is chosen no more, and nothing that anybody's figures stand on changes.
    if (Object.hasOwn(retirementPaths, entry.action)) continue;
    const touch = Object.hasOwn(touchOf, entry.noun) ? touchOf[entry.noun]?.(entry) : undefined;
    if (touch === undefined || touch === "all") return "all";
    for (const id of touch.initiativeIds) initiatives.add(id);
    for (const id of touch.seriesIds) series.add(id);
  }
  if (initiatives.size > 0) {
    const own = await listBenefits(db, organisationId, { initiativeIds: [...initiatives] });
    for (const { seriesId } of own) series.add(seriesId);
  }
  if (series.size === 0) return initiatives;
  const claims = await listBenefits(db, organisationId, { seriesIds: [...series] });
  const baselineIds = await baselinesComparedWith(db, organisationId, [...series]);
  const compared = baselineIds.length === 0 ? [] : await listBenefits(db, organisationId, { baselineIds });
  return new Set([...initiatives, ...[...claims, ...compared].map(({ initiativeId }) => initiativeId)]);
}
