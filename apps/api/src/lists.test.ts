import { csvListOf } from "@liftledger/contracts/csv-lists";
import { endpointPaths, type EndpointName } from "@liftledger/contracts/endpoint-paths";
import { endpoints, type EndpointSchema } from "@liftledger/contracts/endpoints";
import type { ListShape } from "@liftledger/contracts/list";
import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { beforeAll, describe, expect, it } from "vitest";
import { fillLedger, type LedgerIds } from "./testing/full-ledger.ts";
import { openApp } from "./testing/open-app.ts";
import { testContext } from "./testing/test-deps.ts";

type Row = Record<string, unknown>;
type Listed = { rows: Row[]; nextCursor: string | null };

const names = Object.keys(endpointPaths) as EndpointName[];
const listOf = (name: EndpointName) => (endpoints[name] as EndpointSchema).list;
const lists = names.flatMap((name): [EndpointName, ListShape][] => {
  const list = listOf(name);
  return list === undefined ? [] : [[name, list]];
});

// More rows than any list of the ledger has; of months it gives no more than 120 at once.
const all = (name: EndpointName) => (name === "listPeriods" ? "120" : "500");

// Of the one who asks, and what was made on this machine: paged as the others are.
const mayBeShort: EndpointName[] = ["listSessions", "listServiceKeys", "listOrganisations"];

describe("the endpoint table", () => {
  it("has no answer of rows that does not page, sort and filter as the others do", () => {
    const whole = names.filter((name) => csvListOf(name) !== undefined && listOf(name) === undefined);
    // The rows of a sheet and of the portfolio are parts of one answer.
    expect(whole).toEqual(["getLogSheet", "getPortfolio"]);
  });
});

describeOnEveryDatabase("every list", (open) => {
  let ids: LedgerIds;
  let send: Awaited<ReturnType<typeof openApp>>["send"];

  beforeAll(async () => {
    const opened = await openApp(open);
    send = opened.send;
    ids = await fillLedger(testContext(opened.deps));
  });

  const ask = (name: EndpointName, query: Record<string, string> = {}) => {
    const path = endpointPaths[name].path.replaceAll(/\{(\w+)\}/g, (_, key) => ids[key as keyof LedgerIds]);
    return send({ path: `${path}?${new URLSearchParams(query)}` });
  };
  const list = async (name: EndpointName, query: Record<string, string>): Promise<Listed> => {
    const { status, body } = await ask(name, query);
    expect([name, query, status]).toEqual([name, query, 200]);
    return body;
  };

  it.each(lists)("%s gives every row once, page by page, in each order it declares", async (name, shape) => {
    for (const sort of shape.sort) {
      const whole = (await list(name, { sort, limit: all(name) })).rows;
      expect(whole.length).toBeGreaterThan(mayBeShort.includes(name) ? -1 : 1);
      const limit = String(Math.max(1, Math.ceil(whole.length / 2)));
      const paged: Row[] = [];
      for (let cursor: string | null = ""; cursor !== null;) {
        const page: Listed = await list(name, { sort, limit, ...(cursor === "" ? {} : { cursor }) });
        paged.push(...page.rows);
        cursor = page.nextCursor;
      }
      expect(paged).toEqual(whole);
      const field = sort.replace("-", "");
      const values = whole.map((row) => row[field] ?? "￿");
      const ordered = values.toSorted((one, other) => (one === other ? 0 : Number(one > other) - 0.5));
      expect(values).toEqual(sort.startsWith("-") ? ordered.toReversed() : ordered);
      // The other way round is the same rows from the other end, also where they are equal.
      const back = sort.startsWith("-") ? field : `-${sort}`;
      if (!shape.sort.includes(back)) continue;
      expect((await list(name, { sort: back, limit: all(name) })).rows).toEqual(whole.toReversed());
    }
    expect(await list(name, {})).toEqual(await list(name, { sort: shape.first }));
  });

  it.each(lists.filter(([, { filter }]) => filter.length > 0))(
    "%s gives only the rows that have what is asked for",
    async (name, { filter }) => {
      const { rows } = await list(name, { limit: all(name) });
      for (const field of filter) {
        const value = rows.find((row) => row[field] !== null)?.[field];
        const found = await list(name, { [field]: String(value), limit: all(name) });
        expect(found.rows).toEqual(rows.filter((row) => row[field] === value));
      }
    },
  );

  it.each(lists)(
    "%s refuses another order or filter, naming its own, and a cursor of another order or of none",
    async (name, shape) => {
      const unknown = await ask(name, { sort: "colour" });
      expect(unknown).toMatchObject({ status: 422, body: { details: [{ field: "sort", seen: "colour" }] } });
      expect(unknown.body.detail).toContain(shape.sort.at(-1));
      const filtered = await ask(name, { colour: "red" });
      expect(filtered).toMatchObject({ status: 422, body: { details: [{ field: "colour" }] } });
      for (const field of shape.filter) expect(filtered.body.detail).toContain(field);
      const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
      const [other = "another"] = shape.sort.filter((sort) => sort !== shape.first);
      const values = shape.key.map(() => "x");
      for (const cursor of [
        "x",
        forged(other, ...values),
        forged(shape.first, "\0"),
        forged(shape.first, {}),
        forged(),
      ]) {
        const { status, body } = await ask(name, { cursor });
        expect([cursor, status, body.details?.[0]?.field]).toEqual([cursor, 422, "cursor"]);
      }
    },
  );
});
