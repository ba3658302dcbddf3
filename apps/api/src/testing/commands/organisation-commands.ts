import { examples } from "@liftledger/contracts/examples";
import * as fc from "fast-check";
import { command, month, monthOf, patch, post, put, readVersion, which } from "./command.ts";

const kpi = examples.createKpi.body as object;

/**
 * What an organisation is set up with. People, keys and webhooks are left out: links, keys and secrets are made by chance,
 * which no two ledgers share; `hostile-requests.test.ts` sends those.
 */
export const organisationCommands = {
  changeOrganisation: command<{ version: number; zone: string; currency: string | null }>(
    2,
    {
      version: readVersion,
      zone: fc.constantFrom("Europe/Berlin", "Pacific/Apia", "Mars/Base"),
      currency: fc.constantFrom(null, null, "USD"),
    },
    ({ version, zone, currency }, made) =>
      patch(`/organisations/${made.organisationId}`, {
        version,
        timeZone: zone,
        ...(currency === null ? {} : { currency }),
      }),
  ),
  createTeam: command<{ name: string }>(
    1,
    { name: fc.constantFrom("Growth", "Brand", "growth ") },
    ({ name }) => post("/teams", { name }),
  ),
  renameTeam: command<{ team: number; version: number; name: string }>(
    1,
    { team: which, version: readVersion, name: fc.constantFrom("Growth", "Brand", "Sales") },
    ({ team, ...body }, made) => patch(`/teams/${made.at("teamId", team)}`, body),
  ),
  createKpi: command<{ key: number }>(1, { key: fc.nat(1) }, ({ key }) =>
    post("/kpis", { ...kpi, key: `own-kpi-${key}` }),
  ),
  createValuePool: command<{ name: number; series: number; other: number }>(
    2,
    { name: fc.nat(1), series: which, other: which },
    ({ name, series, other }, made) =>
      post("/value-pools", {
        name: `Customers ${name}`,
        series: [
          { seriesId: made.at("seriesId", series), segment: ["Web"] },
          { seriesId: made.at("seriesId", other), segment: ["Town"] },
        ],
      }),
  ),
  changeValuePool: command<{ pool: number; version: number; kpi: string }>(
    1,
    {
      pool: which,
      version: readVersion,
      kpi: fc.constantFrom("conversion-rate", "churn-rate", "no-such-kpi"),
    },
    ({ pool, version, kpi }, made) =>
      patch(`/value-pools/${made.at("poolId", pool)}`, { version, kpiKeys: [kpi] }),
  ),
  setSourceOfRecord: command<{ series: number; version: number; source: string | null }>(
    2,
    { series: which, version: readVersion, source: fc.constantFrom("shop", "by hand", null) },
    ({ series, ...body }, made) => put(`/series/${made.at("seriesId", series)}/source-of-record`, body),
  ),
  renameCostPool: command<{ pool: number; version: number; name: number }>(
    1,
    { pool: which, version: readVersion, name: fc.nat(2) },
    ({ pool, version, name }, made) =>
      patch(`/cost-pools/${made.at("costPoolId", pool)}`, { version, name: `Licence ${name}` }),
  ),
  changeBenchmarkSet: command<{ set: number; version: number; month: number }>(
    1,
    { set: which, version: readVersion, month },
    ({ set, version, month }, made) =>
      put(`/benchmark-sets/${made.at("setId", set)}`, {
        version,
        source: "board paper",
        bands: { pilots: { floor: "0.2" } },
        validFrom: `${monthOf(month)}-01`,
        approvedBy: "Grace",
      }),
  ),
};
