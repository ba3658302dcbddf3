import { t } from "../words.ts";

/** The pages of an organisation as data: navigation, palette and shortcuts read the same list. */
export const pages = [
  { key: "portfolio", name: t`Portfolio`, to: "/$organisationId/portfolio", shortcut: "p" },
  { key: "board", name: t`Board view`, to: "/$organisationId/board", shortcut: "v" },
  { key: "log", name: t`Log a week`, to: "/$organisationId/log", shortcut: "l" },
  { key: "new", name: t`New initiative`, to: "/$organisationId/new", shortcut: "n" },
  { key: "cases", name: t`Business cases`, to: "/$organisationId/cases", shortcut: "f" },
  { key: "import", name: t`Import`, to: "/$organisationId/import", shortcut: "i" },
  { key: "kpis", name: t`KPI catalogue`, to: "/$organisationId/kpis", shortcut: "k" },
  { key: "sources", name: t`Two sources`, to: "/$organisationId/sources", shortcut: "s" },
  { key: "approvals", name: t`Approvals`, to: "/$organisationId/approvals", shortcut: "a" },
  { key: "unit-values", name: t`Unit values`, to: "/$organisationId/unit-values", shortcut: "u" },
  { key: "periods", name: t`Close a month`, to: "/$organisationId/periods", shortcut: "m" },
  { key: "rates", name: t`Exchange rates`, to: "/$organisationId/rates", shortcut: "e" },
  { key: "benchmarks", name: t`Benchmarks`, to: "/$organisationId/benchmarks", shortcut: "b" },
  { key: "shared-costs", name: t`Shared costs`, to: "/$organisationId/shared-costs", shortcut: "c" },
  {
    key: "governance",
    name: t`What is stuck`,
    to: "/$organisationId/governance",
    shortcut: "g",
    group: "governance",
  },
  { key: "tools", name: t`Tools`, to: "/$organisationId/tools", shortcut: "t", group: "governance" },
  { key: "data", name: t`Data`, to: "/$organisationId/data", shortcut: "d", group: "governance" },
  {
    key: "alerts",
    name: t`Alerts`,
    to: "/$organisationId/alerts",
    shortcut: "w",
    group: "governance",
  },
  {
    key: "candidates",
    name: t`Candidates`,
    to: "/$organisationId/candidates",
    shortcut: "j",
    group: "governance",
  },
  {
    key: "learnings",
    name: t`Learnings`,
    to: "/$organisationId/learnings",
    shortcut: "r",
    group: "governance",
  },
  {
    key: "work-split",
    name: t`How work is split`,
    to: "/$organisationId/work-split",
    shortcut: "h",
    group: "governance",
  },
] as const;

/** The names of groups of pages that stand together; what belongs to none comes first. */
export const pageGroups = { governance: t`Governance` } as const;
