import type { CasePlan } from "@liftledger/roi/business-case/case-plan";
import type { CaseSimulation } from "@liftledger/finance/monte-carlo";
import type { CaseSimulationRequest } from "@liftledger/roi/business-case/case-simulation";

/**
 * What takes a processor long: plain values in and out, without a database, so that it may be done in another thread.
 * The same input always has the same answer.
 */
export interface Reckonings {
  caseSimulation: (asked: { plan: CasePlan; request: CaseSimulationRequest }) => CaseSimulation;
}

export type ReckoningName = keyof Reckonings;
export type ReckoningInput<Name extends ReckoningName> = Parameters<Reckonings[Name]>[0];
export type ReckoningOutput<Name extends ReckoningName> = Awaited<ReturnType<Reckonings[Name]>>;

/** Has it done, wherever: in this thread, or beside the one that answers requests. */
export type Reckon = <Name extends ReckoningName>(
  name: Name,
  input: ReckoningInput<Name>,
) => Promise<ReckoningOutput<Name>>;
