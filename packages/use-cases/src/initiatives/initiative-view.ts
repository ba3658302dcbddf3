import { Initiative as WireInitiative, Phase } from "@liftledger/contracts/initiative";
import { listInitiativePhases, type InitiativePhase } from "@liftledger/database/initiative-phases";
import type { NamedInitiative } from "@liftledger/database/initiatives";
import { listLatestKpis } from "@liftledger/database/kpis";
import type { Reader } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { kpiOf } from "../kpis/kpi-view.ts";
import { noOutcomeText, outcomeText } from "./outcome-text.ts";

/** Initiatives as they cross the wire: with their sentence, and their phases as they were recorded by an instant. */
export async function initiativeViews(
  ctx: Context,
  db: Reader,
  initiatives: readonly NamedInitiative[],
  { asOf }: { asOf?: string | undefined } = {},
): Promise<WireInitiative[]> {
  const ids = initiatives.map((initiative) => initiative.initiativeId);
  const phases = await listInitiativePhases(db, ctx.organisationId, ids, { asOf });
  const keys = new Set(initiatives.flatMap(({ outcome }) => (outcome === null ? [] : [outcome.kpiKey])));
  const kept = await listLatestKpis(db, ctx.organisationId, [...keys]);
  const kpis = new Map(kept.map((version) => [version.kpiKey, kpiOf(version)]));
  return initiatives.map((initiative) => {
    const { outcome } = initiative;
    const sentence = outcome === null ? noOutcomeText : outcomeText(outcome, kpis.get(outcome.kpiKey));
    return view(initiative, sentence, phases.get(initiative.initiativeId) ?? []);
  });
}

function view(
  initiative: NamedInitiative,
  sentence: string,
  phases: readonly InitiativePhase[],
): WireInitiative {
  const history = phases.map(({ phase, enteredOn }) => ({ phase: Phase.parse(phase), enteredOn }));
  const present = history.at(-1) ?? { phase: "foundation" as const, enteredOn: initiative.startedOn };
  return {
    initiativeId: initiative.initiativeId,
    name: initiative.name,
    outcome: initiative.outcome,
    sentence,
    owner: initiative.ownerName,
    team: initiative.teamName,
    useCasePattern: initiative.useCasePattern,
    status: WireInitiative.shape.status.parse(initiative.status),
    phase: present.phase,
    phaseEnteredOn: present.enteredOn,
    phaseHistory: history,
    startedOn: initiative.startedOn,
    version: initiative.version,
    createdAt: initiative.createdAt,
  };
}
