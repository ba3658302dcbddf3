import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { eventStream } from "./event-stream.ts";

describe("eventStream", () => {
  it("has no failure to tell of where somebody goes away while the next event is awaited", async () => {
    let arrive = () => {};
    const awaited = new Promise<void>((resolve) => (arrive = resolve));
    async function* events() {
      yield "first";
      await awaited;
    }
    const failures: unknown[] = [];
    const { body } = eventStream(events(), (error) => {
      failures.push(error);
      return { type: "", title: "", status: 500, detail: "", instance: "" };
    });
    const reader = body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe('data: "first"\n\n');
    await nextTurn();
    const going = reader?.cancel();
    arrive();
    await going;
    await nextTurn();
    expect(failures).toEqual([]);
  });
});
