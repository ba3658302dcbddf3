import { listInitiativePhases } from "@liftledger/database/initiative-phases";
import { readinessAnswersOf } from "@liftledger/database/readiness-answers";
import type { Reader } from "@liftledger/database/transaction";
import {
  readiness,
  readinessOn,
  type Readiness,
  type ReadinessAnswer,
} from "@liftledger/roi/governance/readiness";
import { phases, type GatePhase, type Phase } from "@liftledger/roi/phase";
import type { Context } from "../context.ts";
import { personNames } from "../people/person-names.ts";
import { answerView } from "./answer-view.ts";

/** What counts of the answers that were known at an instant, against what a phase needs. */
export interface CountedReadiness {
  ready: Readiness;
  /** Of each question the answer that counts, with what shows it. */
  latest: ReadinessAnswer[];
}

/** Readiness of an initiative for a phase, the next one unless another is asked for, as known at an instant or now. */
export async function countedReadiness(
  ctx: Context,
  db: Reader,
  initiativeId: string,
  { into, asOf }: { into?: GatePhase | undefined; asOf?: string | undefined },
): Promise<CountedReadiness> {
  const known = asOf ?? ctx.now;
  const kept = await readinessAnswersOf(db, ctx.organisationId, initiativeId, { asOf: known });
  const nameOf = await personNames(ctx, db);
  const views = kept.map((answer) => answerView(answer, nameOf));
  const history = views.map(({ answeredAt: on, answeredBy: by, ...answer }) => ({ ...answer, on, by }));
  const latest = readinessOn(history, known);
  return { ready: readiness(into ?? (await nextPhase(ctx, db, initiativeId, asOf)), latest), latest };
}

/** The phase after the one it was known to be in; of the last one, that. */
async function nextPhase(
  ctx: Context,
  db: Reader,
  initiativeId: string,
  asOf: string | undefined,
): Promise<GatePhase> {
  const histories = await listInitiativePhases(db, ctx.organisationId, [initiativeId], { asOf });
  const present = histories.get(initiativeId)?.at(-1)?.phase ?? "foundation";
  const next = phases[phases.indexOf(present as Phase) + 1] ?? "transform";
  return next === "foundation" ? "pilots" : next;
}
