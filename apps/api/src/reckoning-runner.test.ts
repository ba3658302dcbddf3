import { enginePlan } from "@liftledger/contracts/case-plan-people";
import { boardPdf } from "@liftledger/files/board-pdf/board-pdf";
import { caseWorkbook } from "@liftledger/files/case-workbook/case-workbook";
import { planWorkbookInput } from "@liftledger/files/case-workbook/plan-workbook";
import { caseSimulation } from "@liftledger/roi/business-case/case-simulation";
import type { ReckoningInput } from "@liftledger/use-cases/reckoning/reckon";
import { exampleCasePlan } from "@liftledger/use-cases/testing/example-case";
import { Hono } from "hono";
import { afterAll, describe, expect, it } from "vitest";
import { ReckoningRunner } from "./reckoning-runner.ts";
import { serve } from "./serve.ts";

const { discountRate, ...rest } = exampleCasePlan();
const plan = enginePlan({ ...rest, discountRate: discountRate ?? neverLeftOut() });

function neverLeftOut(): never {
  throw new Error("the example states its discount rate");
}

const asked = (seed: number, runs: number): ReckoningInput<"caseSimulation"> => ({
  plan,
  request: { seed, runs },
});

const runner = new ReckoningRunner({ graceMilliseconds: 20 });
afterAll(() => runner.close());

describe("ReckoningRunner", () => {
  it("answers what the engine answers, the second time from what it kept", async () => {
    const first = await runner.run("caseSimulation", asked(7, 2000));
    expect(first).toEqual(caseSimulation(plan, { seed: 7, runs: 2000 }));
    expect(await runner.run("caseSimulation", asked(7, 2000))).toBe(first);
    expect(await runner.run("caseSimulation", asked(8, 2000))).not.toEqual(first);
  });

  it("holds no thread: a clock goes on while it reckons", async () => {
    let ticks = 0;
    const clock = setInterval(() => (ticks += 1), 5);
    await runner.run("caseSimulation", asked(9, 1_000_000));
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(5);
  });

  it("rejects with what the engine refuses, and goes on", async () => {
    await expect(runner.run("caseSimulation", asked(7.5, 2000))).rejects.toBeInstanceOf(RangeError);
    expect(await runner.run("caseSimulation", asked(10, 200))).toMatchObject({ kind: "simulation" });
  });

  it("stops for who has gone, waiting or reckoned for, and answers the next", async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const reckoned = runner.run("caseSimulation", asked(11, 1_000_000), first.signal);
    const waiting = runner.run("caseSimulation", asked(12, 1_000_000), second.signal);
    const next = runner.run("caseSimulation", asked(13, 200));
    const settled = Promise.allSettled([reckoned, waiting, next]);
    // Until the first is under way.
    await new Promise(setImmediate);
    first.abort();
    second.abort();
    const unheard = { status: "rejected", reason: { kind: "unavailable" } };
    expect(await settled).toMatchObject([unheard, unheard, { value: { kind: "simulation", seed: 13 } }]);
  });

  it("does not begin for who has gone before", async () => {
    const request = runner.run("caseSimulation", asked(14, 200), AbortSignal.abort());
    await expect(request).rejects.toMatchObject({ kind: "unavailable" });
  });

  it("refuses what takes too long, and more callers than may wait", async () => {
    const strict = new ReckoningRunner({ milliseconds: 1, waiting: 1 });
    const three = [1, 2, 3].map((seed) => strict.run("caseSimulation", asked(seed, 1_000_000)));
    const [first, second, third] = await Promise.allSettled(three);
    await strict.close();
    expect([first, second]).toMatchObject([
      { reason: { kind: "invalid-request", message: expect.stringContaining("fewer runs") } },
      { reason: { kind: "invalid-request" } },
    ]);
    expect(third).toMatchObject({ reason: { kind: "unavailable" } });
  });
});

describe("a paper made beside requests", () => {
  it("is the file that is made here, twice the same", async () => {
    const words = {
      title: "Scored leads",
      organisation: "Example",
      subtitle: "version 1",
      asOf: "2026-06-24T12:00:00.000Z",
    };
    const input = planWorkbookInput(plan, { ...words, nameOf: (name) => name, benchmarks: [] });
    const { title, organisation, asOf } = words;
    const report = { title, organisation, asOf, cases: [input] };
    expect(await runner.run("caseWorkbook", input)).toEqual(await caseWorkbook(input));
    expect(await runner.run("boardPdf", report)).toEqual(await boardPdf(report));
  });
});

describe("the signal of a request", () => {
  it("is aborted when the caller goes away", async () => {
    const app = new Hono();
    const heard = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    app.get("/", async (c) => {
      c.req.raw.signal.addEventListener("abort", () => heard.resolve());
      begun.resolve();
      await heard.promise;
      return c.text("too late");
    });
    const server = await serve(app, { host: "127.0.0.1", port: 0 });
    const caller = new AbortController();
    const gone = fetch(server.address, { signal: caller.signal }).catch(() => "gone");
    await begun.promise;
    caller.abort();
    await heard.promise;
    expect(await gone).toBe("gone");
    await server.close();
  });
});
