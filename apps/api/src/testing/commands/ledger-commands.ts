import * as fc from "fast-check";
import { command, month, monthOf, post, put, readVersion, remove, which } from "./command.ts";
import type { Made } from "./made.ts";

/** What is retired and restored. */
const retired = ["series", "kpis", "benchmark-sets", "cost-pools", "cases", "tools", "data-assets"] as const;

interface Retired {
  what: (typeof retired)[number];
  which: number;
  version: number;
}
const retiredDrawn = {
  // Series first, as they stand in the way of retiring their KPI.
  what: fc.constantFrom("series", "series", ...retired),
  which,
  version: readVersion,
};

const view = { name: "By team", search: "group=team", isShared: true };
const jobs = ["evaluate-portfolio", "clear-idempotency-keys", "clear-ended-access"] as const;

/** What keeps the rest in order: closed months, what is retired, saved views, jobs, and time that passes. */
export const ledgerCommands = {
  retire: command<Retired>(2, retiredDrawn, ({ version, ...one }, made) =>
    post(`${retiredPath(made, one)}/retire`, { version, reason: "counted elsewhere" }),
  ),
  restore: command<Retired>(1, retiredDrawn, ({ version, ...one }, made) =>
    post(`${retiredPath(made, one)}/restore`, { version }),
  ),
  closePeriod: command<{ month: number }>(1, { month }, ({ month }) =>
    post(`/periods/${monthOf(month)}/close`),
  ),
  reopenPeriod: command<{ month: number }>(1, { month }, ({ month }) =>
    post(`/periods/${monthOf(month)}/reopen`, { reason: "A late invoice" }),
  ),
  saveView: command<{ isDefault: boolean }>(1, { isDefault: fc.boolean() }, ({ isDefault }) =>
    post("/saved-views", { ...view, page: "portfolio", isDefault }),
  ),
  changeSavedView: command<{ view: number; version: number; isDefault: boolean }>(
    1,
    { view: which, version: readVersion, isDefault: fc.boolean() },
    (values, made) => {
      const { version, isDefault } = values;
      return put(`/saved-views/${made.at("viewId", values.view)}`, {
        ...view,
        name: "Another",
        version,
        isDefault,
      });
    },
  ),
  removeSavedView: command<{ view: number }>(1, { view: which }, (values, made) =>
    remove(`/saved-views/${made.at("viewId", values.view)}`),
  ),
  // The last is the installation's, and not this organisation's.
  runJob: command<{ job: (typeof jobs)[number] }>(1, { job: fc.constantFrom(...jobs) }, ({ job }) =>
    post(`/jobs/${job}/run`),
  ),
  waitDays: command<{ days: number }>(1, { days: fc.constantFrom(1, 7, 40) }, ({ days }, made) => {
    made.days += days;
    return { method: "GET", path: "/alert-count" };
  }),
};

function retiredPath(made: Made, { what, which }: Omit<Retired, "version">): string {
  const ids = {
    series: () => made.at("seriesId", which),
    kpis: () => "conversion-rate",
    "benchmark-sets": () => made.at("setId", which),
    "cost-pools": () => made.at("costPoolId", which),
    cases: () => made.at("caseId", which),
    tools: () => made.at("toolId", which),
    "data-assets": () => made.at("dataAssetId", which),
  };
  return `/${what}/${ids[what]()}`;
}
