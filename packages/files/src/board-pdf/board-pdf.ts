import type { CaseWorkbookInput } from "../case-workbook/case-workbook-input.ts";
import type { PortfolioWorkbookInput } from "../case-workbook/portfolio-workbook.ts";
import { boardDocument, type BoardPage } from "./board-document.ts";
import { drawCasePage } from "./case-page.ts";
import { drawPortfolioPage } from "./portfolio-page.ts";

/** What a board report is of: a portfolio, cases, or both; in this order, a page each. */
export type BoardReport = {
  readonly title: string;
  readonly organisation: string;
  /** The instant it bears, ISO text. */
  readonly asOf: string;
  readonly portfolio?: PortfolioWorkbookInput;
  readonly cases: readonly CaseWorkbookInput[];
};

/**
 * A board report as a PDF: one page a portfolio, one a case. Every figure stands with its basis and the instant of which
 * it is; charts are vectors, text can be read out and searched, fonts are embedded. It takes what the workbook takes, so
 * that the two say the same. The same report gives the same bytes.
 *
 * Throws a RangeError where there is nothing to report, and on what the engine refuses.
 *
 *     await writeFile("board.pdf", await boardPdf({ title: "Board, November", organisation, asOf, cases: [input] }))
 */
export async function boardPdf({
  title,
  organisation,
  asOf,
  portfolio,
  cases,
}: BoardReport): Promise<Uint8Array> {
  const of = cases.length + (portfolio === undefined ? 0 : 1);
  if (of === 0) throw new RangeError("A board report has a portfolio or a case");
  const first =
    portfolio === undefined
      ? []
      : [(page: BoardPage) => drawPortfolioPage(page, portfolio, { number: 1, of })];
  const others = cases.map((input, index) => (page: BoardPage) => {
    drawCasePage(page, input, { number: first.length + index + 1, of });
  });
  const subject = `Business cases as of ${asOf}`;
  return boardDocument({ title, organisation, subject, asOf }, [...first, ...others]);
}
