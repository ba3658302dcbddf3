import type { PortfolioRow } from "@liftledger/contracts/portfolio";
import { capitalised } from "@liftledger/kpis/within-sentence";
import type { PortfolioGroup } from "../../search-params.ts";
import { phaseNames } from "../verdict/verdict-look.ts";
import { form, plural, t } from "../../words.ts";

/** A line of the table: the name of a group with what is in it, or an initiative. */
export type Line<Row> =
  | { kind: "group"; name: string; count: number; deciding: number }
  | { kind: "row"; row: Row };

const phases = Object.keys(phaseNames);
const statusNames: Record<PortfolioRow["verdict"]["status"], string> = {
  "losing-money": t`Losing money`,
  below: t`Below benchmark`,
  watch: t`Watch`,
  above: t`Above benchmark`,
  "on-track": t`On track`,
  "no-return-expected": t`No return expected yet`,
  "too-early": t`Too early`,
  "not-judged": t`Not judged`,
  "no-cost": t`No cost yet`,
  "no-data": t`No data yet`,
};
const statuses = Object.keys(statusNames);

/** The group that a row belongs to, and where it stands among the others: phases and statuses in their own order. */
function groupOf(row: PortfolioRow, group: PortfolioGroup): { name: string; place: number } {
  if (group === "team") return { name: row.team, place: 0 };
  if (group === "phase") return { name: phaseNames[row.phase], place: phases.indexOf(row.phase) };
  if (group === "status") {
    const { status } = row.verdict;
    return { name: statusNames[status], place: statuses.indexOf(status) };
  }
  // The key of a pattern is its name in small letters; "other" says nothing and comes last.
  const name = capitalised(row.useCasePattern.replaceAll("-", " "));
  return { name, place: row.useCasePattern === "other" ? 1 : 0 };
}

/**
 * Rows in their order, under the names of their groups; without a group just the rows. Within a group the order stays.
 *
 * @param rowOf the initiative of a row of the table
 */
export function groupRows<Row>(
  rows: readonly Row[],
  group: PortfolioGroup | undefined,
  rowOf: (row: Row) => PortfolioRow,
  deciding: ReadonlySet<string> = new Set(),
): Line<Row>[] {
  if (group === undefined) return rows.map((row) => ({ kind: "row", row }));
  const groups = new Map<string, { place: number; rows: Row[] }>();
  for (const row of rows) {
    const { name, place } = groupOf(rowOf(row), group);
    const found = groups.get(name) ?? { place, rows: [] };
    found.rows.push(row);
    groups.set(name, found);
  }
  return [...groups]
    .toSorted(([a, one], [b, other]) => one.place - other.place || a.localeCompare(b))
    .flatMap(([name, { rows: those }]): Line<Row>[] => [
      {
        kind: "group",
        name,
        count: those.length,
        deciding: those.filter((row) => deciding.has(rowOf(row).initiativeId)).length,
      },
      ...those.map((row) => ({ kind: "row" as const, row })),
    ]);
}

/** "3 initiatives, 1 needs a decision" */
export function groupWords({ count, deciding }: { count: number; deciding: number }): string {
  const initiatives = plural(count, form`${count} initiative`, form`${count} initiatives`);
  if (deciding === 0) return initiatives;
  return plural(
    deciding,
    form`${initiatives}, ${deciding} needs a decision`,
    form`${initiatives}, ${deciding} need a decision`,
  );
}
