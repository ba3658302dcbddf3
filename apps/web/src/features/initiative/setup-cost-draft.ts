import type { CostCategory, NewCostLine } from "@liftledger/contracts/initiative";
import { isPeriod, listPeriods, periodType } from "@liftledger/kpis/period";
import { readPastedBlock } from "../../components/pasted-block.ts";
import { readTypedNumber } from "../../components/typed-number.ts";
import { t } from "../../words.ts";

export const costCategories: readonly { value: CostCategory; label: string }[] = [
  { value: "licences", label: t`Licences` },
  { value: "usage-and-tokens", label: t`Usage and tokens` },
  { value: "people", label: t`People` },
  { value: "integration", label: t`Integration` },
  { value: "training", label: t`Training` },
  { value: "change", label: t`Change` },
  { value: "security-and-compliance", label: t`Security and compliance` },
  { value: "review-and-rework", label: t`Review and rework` },
  { value: "working-media", label: t`Working media` },
  { value: "other", label: t`Other` },
];

export type CostKind = NewCostLine["kind"];

/** What the lines being added share. */
export interface CostShared {
  category: CostCategory;
  kind: CostKind;
  source: string;
}

/** New cost lines as they are being typed. */
export interface CostDraft extends CostShared {
  way: "months" | "paste";
  from: string;
  to: string;
  amount: string;
  pasted: string;
  /** Left out where it is the organisation's. */
  currency?: string | undefined;
}

/** Lines ready to be sent, and what cannot be read, by place. */
export interface CostLinesRead {
  lines: NewCostLine[];
  problems: string[];
}

/** One line for each month from one to another, each with the same amount. */
export function monthlyCostLines(
  range: { from: string; to: string; amount: string },
  shared: CostShared,
  currency: string,
  locale: string,
): CostLinesRead {
  const amount = readTypedNumber(range.amount, locale);
  if (amount.kind === "empty") return { lines: [], problems: [t`Say how much a month costs`] };
  if (amount.kind === "fault") return { lines: [], problems: [amount.message] };
  if (range.to < range.from) return { lines: [], problems: [t`The last month lies before the first`] };
  const lines = listPeriods(range.from, range.to).map((month) =>
    costLine(shared, { month, amount: amount.decimal, currency }),
  );
  return { lines, problems: [] };
}

/**
 * Lines pasted from a spreadsheet: month and amount, and where they are there a category and "planned" or
 * "actual". A first row without any amount is taken for headings.
 */
export function pastedCostLines(
  text: string,
  shared: CostShared,
  currency: string,
  locale: string,
): CostLinesRead {
  const read: CostLinesRead = { lines: [], problems: [] };
  readPastedBlock(text).forEach((cells, index) => {
    const [monthText = "", amountText = "", ...rest] = cells;
    const amount = readTypedNumber(amountText, locale);
    const month = readMonth(monthText);
    if (
      cells.every((cell) => cell === "") ||
      (index === 0 && amount.kind !== "number" && month === undefined)
    )
      return;

    if (month === undefined)
      read.problems.push(t`Row ${index + 1}: “${monthText}” is no month; write it as 2026-03`);
    else if (amount.kind !== "number")
      read.problems.push(
        amount.kind === "fault"
          ? t`Row ${index + 1}: ${amount.message}`
          : t`Row ${index + 1}: the amount is missing`,
      );
    else read.lines.push(costLine(ownParts(rest, shared), { month, amount: amount.decimal, currency }));
  });
  return read;
}

function costLine(
  { category, kind, source }: CostShared,
  line: { month: string; amount: string; currency: string },
): NewCostLine {
  return { category, kind, ...line, ...(source.trim() === "" ? {} : { source: source.trim() }) };
}

function ownParts(cells: readonly string[], shared: CostShared): CostShared {
  const words = cells.map((cell) => cell.toLowerCase());
  const category = costCategories.find(
    ({ value, label }) => words.includes(label.toLowerCase()) || words.includes(value),
  );
  const kind = (["planned", "actual"] as const).find((one) => words.includes(one));
  return { ...shared, category: category?.value ?? shared.category, kind: kind ?? shared.kind };
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** "2026-03", "2026-03-01", "03/2026", "3.2026", "March 2026" and "Mar 2026". */
export function readMonth(text: string): string | undefined {
  const bare = text.trim().toLowerCase();
  const [, year, month] = /^(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2})?$/.exec(bare) ?? [];
  const [, month2, year2] = /^(\d{1,2})[-/.](\d{4})$/.exec(bare) ?? [];
  const [, name = "", year3] = /^([a-z]{3,9})\.?[ -](\d{4})$/.exec(bare) ?? [];
  const named = monthNames.indexOf(name.slice(0, 3)) + 1;
  const found = month ?? month2 ?? (named > 0 ? String(named) : undefined);
  const made = `${year ?? year2 ?? year3}-${(found ?? "").padStart(2, "0")}`;
  return isPeriod(made) && periodType(made) === "month" ? made : undefined;
}

/** The lines of a draft, in whichever way it is typed. */
export function linesOf(draft: CostDraft, ofOrganisation: string, locale: string): CostLinesRead {
  const currency = draft.currency ?? ofOrganisation;
  return draft.way === "months"
    ? monthlyCostLines(draft, draft, currency, locale)
    : pastedCostLines(draft.pasted, draft, currency, locale);
}
