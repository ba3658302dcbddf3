import type { ImportProblem } from "../import-request.ts";

/** The columns of a sheet that say something of a line, by how they may be headed. */
const roles = {
  line: ["line", "name"],
  kind: ["kind"],
  group: ["class", "category"],
  field: ["field"],
  owner: ["owner"],
  source: ["source"],
  evidence: ["evidence"],
  note: ["note"],
  currency: ["currency"],
  budgetRate: ["budget rate"],
  adoption: ["adoption", "share that uses it"],
  attribution: ["our share", "attribution"],
  confidence: ["confidence"],
  realisation: ["turned into money", "realisation"],
  overlap: ["counted by another benefit", "overlap"],
  risk: ["risk"],
  riskReason: ["risk reason"],
  low: ["low"],
  mode: ["most likely"],
  high: ["high"],
  spread: ["spread"],
  cashMechanism: ["becomes cash by"],
  change: ["change"],
} as const;

export type SheetRole = keyof typeof roles;

/** A column that holds the figures of a period: the start, or the k-th period after it. */
export interface PeriodColumn {
  heading: string;
  /** Its place in a row. */
  at: number;
  /** Of the plan: 0 is the start. */
  column: number;
}

/** One row of the sheet, by what its columns are; what stands in none is "". */
export interface SheetRow {
  /** In the file, from 1. */
  line: number;
  cell(role: SheetRole): string;
  /** The cells of the periods, in their order. */
  figures: readonly string[];
}

/** What the headings of a sheet say. */
export interface SheetColumns {
  at: ReadonlyMap<SheetRole, number>;
  periods: readonly PeriodColumn[];
  period: "month" | "year";
  /** The first month, where the headings are months or years of the calendar. */
  start: string | null;
}

const roleByHeading = new Map<string, SheetRole>(
  (Object.keys(roles) as SheetRole[]).flatMap((role) =>
    roles[role].map((heading) => [heading, role] as const),
  ),
);

/** Reads the headings; what is wrong with them is added to the problems. */
export function sheetColumns(headings: readonly string[], problems: ImportProblem[]): SheetColumns {
  const at = new Map<SheetRole, number>();
  const dated: { heading: string; at: number; period: Dated }[] = [];
  const refuse = (heading: string, rule: string, message: string) =>
    problems.push({ place: `column "${heading}"`, rule, message });
  headings.forEach((heading, place) => {
    const text = heading.trim().toLowerCase().replaceAll(/\s+/g, " ");
    if (text === "") return;
    const role = roleByHeading.get(text);
    const period = role === undefined ? periodOf(text) : undefined;
    if (period !== undefined) dated.push({ heading, at: place, period });
    else if (role === undefined)
      refuse(
        heading,
        "unknown-column",
        `"${heading}" is no column of a case. Take it out, or head it as docs/case-layout.md says.`,
      );
    else if (at.has(role))
      refuse(heading, "column-twice", `"${heading}" says what another column says already.`);
    else at.set(role, place);
  });
  for (const role of ["line", "kind"] as const)
    if (!at.has(role)) {
      const heading = role === "line" ? "Line" : "Kind";
      refuse(heading, "missing-column", `There is no column "${heading}".`);
    }
  return { at, ...inOrder(dated, problems) };
}

interface Dated {
  unit: "start" | "month" | "year";
  /** Counted from 1, or of the calendar. */
  value: number;
  isCalendar: boolean;
}

function periodOf(text: string): Dated | undefined {
  if (text === "start") return { unit: "start", value: 0, isCalendar: false };
  const counted = /^(year|y|month|m) ?(\d{1,4})$/.exec(text);
  if (counted !== null)
    return {
      unit: counted[1]?.startsWith("y") === true ? "year" : "month",
      value: Number(counted[2]),
      isCalendar: false,
    };
  const month = /^(\d{4})-(0[1-9]|1[0-2])(?:-01)?$/.exec(text);
  if (month !== null)
    return { unit: "month", value: Number(month[1]) * 12 + Number(month[2]) - 1, isCalendar: true };
  return /^(19|20|21)\d\d$/.test(text) ? { unit: "year", value: Number(text), isCalendar: true } : undefined;
}

/** Periods must follow each other without a gap, counted from 1 or as the calendar has them. */
function inOrder(
  dated: readonly { heading: string; at: number; period: Dated }[],
  problems: ImportProblem[],
): Pick<SheetColumns, "periods" | "period" | "start"> {
  const [first, ...rest] = dated.filter(({ period }) => period.unit !== "start");
  if (first === undefined) {
    const message = 'There is no column of a period: head them "Year 1", "Year 2" or "2027-01", "2027-02".';
    problems.push({ place: "the headings", rule: "no-periods", message });
    return { periods: [], period: "year", start: null };
  }
  const { unit, isCalendar, value } = first.period;
  const isFirst = isCalendar || value === 1;
  const all = [first, ...rest];
  const wrong = all.find(
    ({ period }, place) =>
      period.unit !== unit || period.isCalendar !== isCalendar || period.value !== value + place,
  );
  if (!isFirst || wrong !== undefined) {
    const { heading } = wrong ?? first;
    const message = `Periods follow each other without a gap, all months or all years, counted from 1 or of the calendar; "${heading}" does not.`;
    problems.push({ place: `column "${heading}"`, rule: "period-order", message });
  }
  const starts = dated.filter(({ period }) => period.unit === "start");
  return {
    periods: [
      ...starts.map(({ heading, at }) => ({ heading, at, column: 0 })),
      ...all.map(({ heading, at }, place) => ({ heading, at, column: place + 1 })),
    ],
    period: unit === "month" ? "month" : "year",
    start: isCalendar ? monthText(unit === "year" ? value * 12 : value) : null,
  };
}

function monthText(months: number): string {
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}
