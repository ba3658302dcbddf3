import { boardPdf } from "@liftledger/files/board-pdf/board-pdf";
import { caseWorkbook } from "@liftledger/files/case-workbook/case-workbook";
import { portfolioWorkbook } from "@liftledger/files/case-workbook/portfolio-workbook";
import { caseSimulation } from "@liftledger/roi/business-case/case-simulation";
import { simulationTree } from "@liftledger/roi/business-case/simulation-tree";
import type { Reckon, ReckoningInput, ReckoningName, Reckonings } from "./reckon.ts";

const reckonings: Reckonings = {
  boardPdf,
  caseWorkbook,
  portfolioWorkbook,
  caseSimulation: ({ plan, request }) => caseSimulation(plan, request),
  simulationTree: ({ plan, request, figure }) => simulationTree(plan, request, figure),
};

/** Does it in this thread. */
export const reckonHere: Reckon = async (name, input) => outputOf(name, input) as never;

function outputOf<Name extends ReckoningName>(name: Name, input: ReckoningInput<Name>): unknown {
  return (reckonings[name] as (given: typeof input) => unknown)(input);
}
