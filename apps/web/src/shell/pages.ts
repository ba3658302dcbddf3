/** The pages of an organisation as data: navigation, palette and shortcuts read the same list. */
export const pages = [
  { key: "portfolio", name: "Portfolio", to: "/$organisationId/portfolio", shortcut: "p" },
  { key: "board", name: "Board view", to: "/$organisationId/board", shortcut: "v" },
  { key: "log", name: "Log a week", to: "/$organisationId/log", shortcut: "l" },
  { key: "new", name: "New initiative", to: "/$organisationId/new", shortcut: "n" },
  { key: "import", name: "Import", to: "/$organisationId/import", shortcut: "i" },
  { key: "kpis", name: "KPI catalogue", to: "/$organisationId/kpis", shortcut: "k" },
  { key: "sources", name: "Two sources", to: "/$organisationId/sources", shortcut: "s" },
  { key: "approvals", name: "Approvals", to: "/$organisationId/approvals", shortcut: "a" },
  { key: "unit-values", name: "Unit values", to: "/$organisationId/unit-values", shortcut: "u" },
  { key: "periods", name: "Close a month", to: "/$organisationId/periods", shortcut: "m" },
  { key: "rates", name: "Exchange rates", to: "/$organisationId/rates", shortcut: "e" },
  { key: "benchmarks", name: "Benchmarks", to: "/$organisationId/benchmarks", shortcut: "b" },
  { key: "shared-costs", name: "Shared costs", to: "/$organisationId/shared-costs", shortcut: "c" },
] as const;
