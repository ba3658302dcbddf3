/** What every page of an organisation may carry in its address. */
export interface OrganisationSearch {
  /** The valuation date; today when left out. */
  until?: string | undefined;
  /** The knowledge instant; now when left out. */
  asOf?: string | undefined;
  /** The figure whose explanation is open. */
  explain?: string;
  /** Whether a list shows what is retired as well. */
  retired?: boolean;
}

export const portfolioFilters = ["all", "needs-decision", "too-early"] as const;
export type PortfolioFilter = (typeof portfolioFilters)[number];

export const portfolioColumns = [
  "action",
  "name",
  "phase",
  "status",
  "roi",
  "value",
  "cost",
  "logged",
] as const;
export type PortfolioColumn = (typeof portfolioColumns)[number];

export const portfolioGroups = ["team", "phase", "pattern", "status"] as const;
export type PortfolioGroup = (typeof portfolioGroups)[number];

export interface PortfolioSearch {
  /** What the rows are grouped by. */
  group?: PortfolioGroup;
  show?: PortfolioFilter;
  /** Text that the name, team or owner holds. */
  q?: string;
  sort?: PortfolioColumn;
  descending?: boolean;
}

/** What one field of an address says; undefined where it is not there, or cannot be read. */
type Reading<Value> = (value: unknown) => Value | undefined;

const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const year = /^(19|20)\d\d$/;
const period = /^\d{4}-(W(0[1-9]|[1-4]\d|5[0-3])|(0[1-9]|1[0-2]))$/;

const text: Reading<string> = (value) =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;
const flag: Reading<boolean> = (value) => value === true || undefined;
const instant: Reading<string> = (value) => {
  const said = text(value);
  return said === undefined || Number.isNaN(Date.parse(said)) ? undefined : said;
};
const like =
  (shape: RegExp): Reading<string> =>
  (value) => {
    const said = text(value);
    return said !== undefined && shape.test(said) ? said : undefined;
  };
const oneOf =
  <One extends string>(all: readonly One[]): Reading<One> =>
  (value) =>
    all.find((one) => one === value);
const count =
  (most: number): Reading<number> =>
  (value) => {
    const said = Number(value);
    return Number.isInteger(said) && said > 0 && said <= most ? said : undefined;
  };

type Readings<Search> = { [Key in keyof Search]-?: Reading<NonNullable<Search[Key]>> };

/** Reads an address; what cannot be read is left out, so that a mistyped link still opens. */
function reader<Search extends object>(readings: {
  [Key in keyof Search]-?: Reading<NonNullable<Search[Key]>>;
}): (search: Record<string, unknown>) => Search {
  return (search) =>
    withoutEmpty(
      Object.fromEntries(
        Object.entries<Reading<unknown>>(readings).map(([key, read]) => [key, read(search[key])]),
      ) as Search,
    );
}

/** An address without what is empty or off. */
export function withoutEmpty<Search extends object>(search: Search): Search {
  const kept = Object.entries(search).filter(
    ([, value]) => value !== undefined && value !== "" && value !== false,
  );
  return Object.fromEntries(kept) as Search;
}

export const readOrganisationSearch = reader<OrganisationSearch>({
  until: (value) => like(isoDate)(instant(value)),
  asOf: instant,
  explain: text,
  retired: flag,
});

export const readPortfolioSearch = reader<PortfolioSearch>({
  group: oneOf(portfolioGroups),
  // What is said by saying nothing is left out.
  show: oneOf(portfolioFilters.filter((filter) => filter !== "all")),
  sort: oneOf(portfolioColumns.filter((column) => column !== "action")),
  q: text,
  descending: flag,
});

export interface NewInitiativeSearch {
  /** An idea that is not begun. */
  as?: "candidate";
  /** The key of the KPI that the sentence begins with. */
  kpi?: string;
}

export const readNewInitiativeSearch = reader<NewInitiativeSearch>({ as: oneOf(["candidate"]), kpi: text });

export interface LearningsSearch {
  /** Words that are in what was learned. */
  q?: string;
  kpi?: string;
}

export const readLearningsSearch = reader<LearningsSearch>({ q: text, kpi: text });

/** Whose ideas are listed. */
export const readCandidatesSearch = reader<{ team?: string }>({ team: text });

/** Which initiatives under way are listed. */
export interface GovernanceSearch {
  team?: string;
  /** Only those of which something is found. */
  stuck?: boolean;
}

export const readGovernanceSearch = reader<GovernanceSearch>({ team: text, stuck: flag });

/** Which tools are listed. */
export interface ToolsSearch {
  integration?: string;
  /** The id of an initiative that uses them. */
  initiative?: string;
}

export const readToolsSearch = reader<ToolsSearch>({ integration: text, initiative: text });

/** Which data are listed. */
export interface DataSearch {
  system?: string;
  /** Only what is not ready to be used. */
  open?: boolean;
}

export const readDataSearch = reader<DataSearch>({ system: text, open: flag });

export interface LogSearch {
  /** The week or month on the sheet; the one that is due when left out. */
  period?: string;
}

export const readLogSearch = reader<LogSearch>({ period: like(period) });

/** Only what the reader may decide. */
export const readApprovalsSearch = reader<{ mine?: boolean }>({ mine: flag });

/** Which alerts, and whose. */
export interface AlertsSearch {
  state?: "snoozed" | "ended";
  mine?: boolean;
}

export const readAlertsSearch = reader<AlertsSearch>({ state: oneOf(["snoozed", "ended"]), mine: flag });

/** Which digest; the last week where nothing is said. */
export interface DigestsSearch {
  kind?: "weekly" | "monthly";
  period?: string;
}

export const readDigestsSearch = reader<DigestsSearch>({ kind: oneOf(["weekly", "monthly"]), period: text });

export const kpiRoles = ["outcome", "leading", "guardrail", "model"] as const;

export interface KpisSearch {
  q?: string;
  role?: (typeof kpiRoles)[number];
}

export const readKpisSearch = reader<KpisSearch>({ q: text, role: oneOf(kpiRoles) });

export interface YearSearch {
  /** This year where left out. */
  year?: string;
  type?: "week" | "month";
  /** Text that the KPI, scope or initiative holds. */
  q?: string;
  /** How many series are shown. */
  rows?: number;
}

export const readYearSearch = reader<YearSearch>({
  year: like(year),
  type: oneOf(["month"]),
  q: text,
  rows: count(100),
});

export const unitValueStates = ["proposed", "unset", "approved"] as const;

export interface UnitValuesSearch {
  state?: (typeof unitValueStates)[number];
}

export const readUnitValuesSearch = reader<UnitValuesSearch>({ state: oneOf(unitValueStates) });

export interface AuditSearch {
  /** What kind of thing changed. */
  noun?: string;
  /** Who changed it. */
  actorId?: string;
  /** Which thing. */
  objectId?: string;
  /** Days, both of them included. */
  since?: string;
  to?: string;
}

export const readAuditSearch = reader<AuditSearch>({
  noun: text,
  actorId: text,
  objectId: text,
  since: like(isoDate),
  to: like(isoDate),
});

export const caseStatuses = [
  "draft",
  "submitted",
  "returned",
  "approved",
  "withdrawn",
  "superseded",
] as const;
export const caseSorts = ["-changedAt", "name", "initiative", "latestStatus"] as const;

export interface CasesSearch {
  /** How far the latest version is. */
  status?: (typeof caseStatuses)[number];
  /** The id of an initiative. */
  initiative?: string;
  /** The one changed last first, where left out. */
  sort?: (typeof caseSorts)[number];
  /** Only those that are retired. */
  retired?: boolean;
}

export const readCasesSearch = reader<CasesSearch>({
  status: oneOf(caseStatuses),
  initiative: text,
  sort: oneOf(caseSorts),
  retired: flag,
});

export const readNewCaseSearch = reader<Pick<CasesSearch, "initiative">>({ initiative: text });

/** What is shown of the results of a business case; what is left out is the cautious reading of it. */
export interface CaseResultsSearch {
  /** What counts beside money. */
  basis?: "cash-plus-capacity" | "all" | undefined;
  /** Before the risk of lines; after it where left out. */
  risk?: "before" | undefined;
  /** Estimates that nobody has accepted count too. */
  estimates?: "credited" | undefined;
  scenario?: string | undefined;
  step?: "month" | "quarter" | "year" | undefined;
  /** The figure whose explanation is open, as "scenario:figure". */
  why?: string | undefined;
}

const caseTabNames = ["plan", "results", "approval", "actual"] as const;
export type CaseTab = (typeof caseTabNames)[number];

export interface CaseSearch extends CaseResultsSearch {
  /** The number of a version; the latest where left out. */
  version?: number;
  /** The plan, where left out. */
  tab?: CaseTab;
}

const ofResults = {
  basis: oneOf(["cash-plus-capacity", "all"]),
  risk: oneOf(["before"]),
  estimates: oneOf(["credited"]),
  scenario: text,
  step: oneOf(["month", "quarter", "year"]),
  why: text,
} satisfies Readings<CaseResultsSearch>;

export const readCaseResultsSearch = reader<CaseResultsSearch>(ofResults);

export const readCaseSearch = reader<CaseSearch>({
  ...ofResults,
  version: count(Number.MAX_SAFE_INTEGER),
  tab: oneOf(caseTabNames),
});

export interface GateSearch {
  /** A review that has ended, as it was signed; the gate as it is now where left out. */
  review?: string | undefined;
}

export const readGateSearch = reader<GateSearch>({ review: text });

export interface ReadinessSearch {
  /** The phase that it is to be ready for; the next one where left out. */
  into?: "pilots" | "scale" | "transform" | undefined;
}

export const readReadinessSearch = reader<ReadinessSearch>({ into: oneOf(["pilots", "scale", "transform"]) });
