import { readCaseResultsSearch, type CaseResultsSearch } from "./case-results-search.ts";

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

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;

/** Reads an address; what cannot be read is left out, so that a mistyped link still opens. */
export function readOrganisationSearch(search: Record<string, unknown>): OrganisationSearch {
  const until = textOf(search["until"]);
  const asOf = textOf(search["asOf"]);
  const explain = textOf(search["explain"]);
  return {
    ...(until !== undefined && isoDate.test(until) && !Number.isNaN(Date.parse(until)) ? { until } : {}),
    ...(asOf !== undefined && !Number.isNaN(Date.parse(asOf)) ? { asOf } : {}),
    ...(explain === undefined ? {} : { explain }),
    ...readRetired(search),
  };
}

/** Reads fields that hold a text, and fields that are there or not; the other is left out. */
function fields<Text extends string, Flag extends string = never>(
  texts: readonly Text[],
  flags: readonly Flag[] = [],
): (search: Record<string, unknown>) => { [Key in Text]?: string } & { [Key in Flag]?: boolean } {
  return (search) => {
    const read = [
      ...texts.map((key) => [key, textOf(search[key])] as const),
      ...flags.map((key) => [key, search[key] === true || undefined] as const),
    ];
    return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as ReturnType<
      ReturnType<typeof fields<Text, Flag>>
    >;
  };
}

/** An address without what is empty or off. */
export function withoutEmpty<Search extends object>(search: Search): Search {
  const kept = Object.entries(search).filter(
    ([, value]) => value !== undefined && value !== "" && value !== false,
  );
  return Object.fromEntries(kept) as Search;
}

const readRetired = fields([], ["retired"]);

export function readPortfolioSearch(search: Record<string, unknown>): PortfolioSearch {
  const show = portfolioFilters.find((filter) => filter === search["show"] && filter !== "all");
  const sort = portfolioColumns.find((column) => column === search["sort"] && column !== "action");
  const q = textOf(search["q"]);
  const group = portfolioGroups.find((one) => one === search["group"]);
  return {
    ...(group === undefined ? {} : { group }),
    ...(show === undefined ? {} : { show }),
    ...(sort === undefined ? {} : { sort }),
    ...(q === undefined ? {} : { q }),
    ...(search["descending"] === true ? { descending: true } : {}),
  };
}

export interface NewInitiativeSearch {
  /** An idea that is not begun. */
  as?: "candidate";
}

export function readNewInitiativeSearch(search: Record<string, unknown>): NewInitiativeSearch {
  return search["as"] === "candidate" ? { as: "candidate" } : {};
}

export interface LearningsSearch {
  /** Words that are in what was learned. */
  q?: string;
  kpi?: string;
}

export const readLearningsSearch = fields(["q", "kpi"]);

/** Whose ideas are listed. */
export const readCandidatesSearch = fields(["team"]);

/** Which initiatives under way are listed. */
export interface GovernanceSearch {
  team?: string;
  /** Only those of which something is found. */
  stuck?: boolean;
}

export const readGovernanceSearch = fields(["team"], ["stuck"]);

/** Which tools are listed. */
export interface ToolsSearch {
  integration?: string;
  /** The id of an initiative that uses them. */
  initiative?: string;
}

export const readToolsSearch = fields(["integration", "initiative"]);

/** Which data are listed. */
export interface DataSearch {
  system?: string;
  /** Only what is not ready to be used. */
  open?: boolean;
}

export const readDataSearch = fields(["system"], ["open"]);

export interface LogSearch {
  /** The week or month on the sheet; the one that is due when left out. */
  period?: string;
}

/** Only what the reader may decide. */
export const readApprovalsSearch = fields([], ["mine"]);

/** Which alerts, and whose. */
export interface AlertsSearch {
  state?: "snoozed" | "ended";
  mine?: boolean;
}

export function readAlertsSearch(search: Record<string, unknown>): AlertsSearch {
  const { state } = search;
  return {
    ...(state === "ended" || state === "snoozed" ? { state } : {}),
    ...(search["mine"] === true ? { mine: true } : {}),
  };
}

/** Which digest; the last week where nothing is said. */
export interface DigestsSearch {
  kind?: "weekly" | "monthly";
  period?: string;
}

export function readDigestsSearch({ kind, period }: Record<string, unknown>): DigestsSearch {
  return {
    ...(kind === "weekly" || kind === "monthly" ? { kind } : {}),
    ...(typeof period === "string" ? { period } : {}),
  };
}

export const kpiRoles = ["outcome", "leading", "guardrail", "model"] as const;

export interface KpisSearch {
  q?: string;
  role?: (typeof kpiRoles)[number];
}

const periodShape = /^\d{4}-(W(0[1-9]|[1-4]\d|5[0-3])|(0[1-9]|1[0-2]))$/;

export function readLogSearch(search: Record<string, unknown>): LogSearch {
  const period = textOf(search["period"]);
  return period !== undefined && periodShape.test(period) ? { period } : {};
}

export interface YearSearch {
  /** This year where left out. */
  year?: string;
  type?: "week" | "month";
  /** Text that the KPI, scope or initiative holds. */
  q?: string;
  /** How many series are shown. */
  rows?: number;
}

export function readYearSearch(search: Record<string, unknown>): YearSearch {
  const year = textOf(search["year"]);
  const q = textOf(search["q"]);
  const rows = Number(search["rows"]);
  return {
    ...(year !== undefined && /^(19|20)\d\d$/.test(year) ? { year } : {}),
    ...(search["type"] === "month" ? { type: "month" as const } : {}),
    ...(q === undefined ? {} : { q }),
    ...(Number.isInteger(rows) && rows > 0 && rows <= 100 ? { rows } : {}),
  };
}

export function readKpisSearch(search: Record<string, unknown>): KpisSearch {
  const q = textOf(search["q"]);
  const role = kpiRoles.find((one) => one === search["role"]);
  return {
    ...(q === undefined ? {} : { q }),
    ...(role === undefined ? {} : { role }),
  };
}

export const unitValueStates = ["proposed", "unset", "approved"] as const;

export interface UnitValuesSearch {
  state?: (typeof unitValueStates)[number];
}

export function readUnitValuesSearch(search: Record<string, unknown>): UnitValuesSearch {
  const state = unitValueStates.find((one) => one === search["state"]);
  return state === undefined ? {} : { state };
}

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

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const [noun, actorId, objectId] = [search["noun"], search["actorId"], search["objectId"]].map(textOf);
  const [since, to] = [search["since"], search["to"]].map(textOf);
  return {
    ...(noun === undefined ? {} : { noun }),
    ...(actorId === undefined ? {} : { actorId }),
    ...(objectId === undefined ? {} : { objectId }),
    ...(since !== undefined && isoDate.test(since) ? { since } : {}),
    ...(to !== undefined && isoDate.test(to) ? { to } : {}),
  };
}

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

export function readCasesSearch(search: Record<string, unknown>): CasesSearch {
  const status = caseStatuses.find((one) => one === search["status"]);
  const sort = caseSorts.find((one) => one === search["sort"]);
  return {
    ...readNewCaseSearch(search),
    ...(status === undefined ? {} : { status }),
    ...(sort === undefined ? {} : { sort }),
    ...(search["retired"] === true ? { retired: true } : {}),
  };
}

export function readNewCaseSearch(search: Record<string, unknown>): Pick<CasesSearch, "initiative"> {
  const initiative = textOf(search["initiative"]);
  return initiative === undefined ? {} : { initiative };
}

const caseTabNames = ["plan", "results", "approval", "actual"] as const;
export type CaseTab = (typeof caseTabNames)[number];

export interface CaseSearch extends CaseResultsSearch {
  /** The number of a version; the latest where left out. */
  version?: number;
  /** The plan, where left out. */
  tab?: CaseTab;
}

export function readCaseSearch(search: Record<string, unknown>): CaseSearch {
  const version = Number(search["version"]);
  const tab = caseTabNames.find((one) => one === search["tab"]);
  return {
    ...readCaseResultsSearch(search),
    ...(Number.isInteger(version) && version > 0 ? { version } : {}),
    ...(tab === undefined ? {} : { tab }),
  };
}

export interface GateSearch {
  /** A review that has ended, as it was signed; the gate as it is now where left out. */
  review?: string | undefined;
}

export function readGateSearch(search: Record<string, unknown>): GateSearch {
  const { review } = search;
  return typeof review === "string" && review !== "" ? { review } : {};
}

export interface ReadinessSearch {
  /** The phase that it is to be ready for; the next one where left out. */
  into?: "pilots" | "scale" | "transform" | undefined;
}

export function readReadinessSearch(search: Record<string, unknown>): ReadinessSearch {
  const into = (["pilots", "scale", "transform"] as const).find((phase) => phase === search["into"]);
  return into === undefined ? {} : { into };
}
