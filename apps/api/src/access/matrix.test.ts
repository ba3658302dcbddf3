import { accessPaths } from "@liftledger/contracts/access-paths";
import { endpointPaths } from "@liftledger/contracts/endpoint-paths";
import { afterAll, describe, expect, it } from "vitest";
import { createApp } from "../app.ts";
import { openMatrixLedger } from "./matrix-ledger.ts";
import { principalNames } from "./matrix-table.ts";
import { tryOtherOrganisations, tryPrincipal, type Ask } from "./matrix.ts";
import { undeclaredRoutes } from "./undeclared-routes.ts";

const { deps, ledger, remove } = await openMatrixLedger();
const app = createApp(deps);
const ask: Ask = async (path, init) => app.request(path, init);
afterAll(async () => remove());

describe("the permission matrix", () => {
  it.each(principalNames)(
    "of %s holds at every endpoint, for what is theirs, another organisation's and what is missing",
    async (principal) => {
      expect((await tryPrincipal(ask, ledger, principal)).wrong).toEqual([]);
    },
  );

  it("answers 404 to an admin who names another organisation, and to one that is not there", async () => {
    expect((await tryOtherOrganisations(ask, ledger)).wrong).toEqual([]);
  });

  it("has every route of the application, and no route is beside it", () => {
    expect(undeclaredRoutes(app)).toEqual({ undeclared: [], missing: [] });
    expect(Object.keys(accessPaths).every((name) => name in endpointPaths)).toBe(true);
    const more = createApp(deps);
    more.get("/api/v1/secrets", (c) => c.text("told to everybody"));
    expect(undeclaredRoutes(more).undeclared).toEqual(["GET /api/v1/secrets"]);
  });
});
