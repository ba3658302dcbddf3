import type { CasePlan } from "@liftledger/roi/business-case/case-plan";
import type { BoardReport } from "@liftledger/files/board-pdf/board-pdf";
import type { CaseWorkbookInput } from "@liftledger/files/case-workbook/case-workbook-input";
import type { PortfolioWorkbookInput } from "@liftledger/files/case-workbook/portfolio-workbook";
import type { CaseSimulation } from "@liftledger/finance/monte-carlo";
import type { CaseSimulationRequest } from "@liftledger/roi/business-case/case-simulation";
import type { SimulationFigure } from "@liftledger/roi/business-case/simulation-tree";
import type { Explanation } from "@liftledger/roi/explanation";

/**
 * What takes a processor long: plain values in and out, without a database, so that it may be done in another thread.
 * The same input always has the same answer.
 */
export interface Reckonings {
  caseWorkbook: (input: CaseWorkbookInput) => Promise<Uint8Array>;
  portfolioWorkbook: (input: PortfolioWorkbookInput) => Promise<Uint8Array>;
  boardPdf: (report: BoardReport) => Promise<Uint8Array>;
  caseSimulation: (asked: { plan: CasePlan; request: CaseSimulationRequest }) => CaseSimulation;
  simulationTree: (asked: {
    plan: CasePlan;
    request: CaseSimulationRequest;
    figure: SimulationFigure;
  }) => Explanation | undefined;
}

export type ReckoningName = keyof Reckonings;
export type ReckoningInput<Name extends ReckoningName> = Parameters<Reckonings[Name]>[0];
export type ReckoningOutput<Name extends ReckoningName> = Awaited<ReturnType<Reckonings[Name]>>;

/** Has it done, wherever: in this thread, or beside the one that answers requests. */
export type Reckon = <Name extends ReckoningName>(
  name: Name,
  input: ReckoningInput<Name>,
) => Promise<ReckoningOutput<Name>>;
