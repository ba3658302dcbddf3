import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { withPatience, type Pace } from "./patient-body.ts";

const milliseconds = 80;

/** A request whose body comes in so many pieces, each so long after it was asked for. */
function slowly(pieces: number, pause: number): Request {
  let left = pieces;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await sleep(pause);
        if (left-- === 0) controller.close();
        else controller.enqueue(new Uint8Array([120]));
      },
    },
    { highWaterMark: 0 },
  );
  return new Request("http://localhost/", { method: "POST", body, duplex: "half" } as RequestInit);
}

describe("withPatience", () => {
  it("does not count what the server takes before it reads, though that is longer than a body may", async () => {
    const request = withPatience(slowly(3, 0), "whole", milliseconds);
    await sleep(3 * milliseconds);
    expect(await request.text()).toBe("xxx");
  });

  it("does not count what the server takes between two pieces", async () => {
    const reader = withPatience(slowly(3, 0), "whole", milliseconds).body?.getReader();
    const lengths: (number | undefined)[] = [];
    for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
      lengths.push(read.value.length);
      await sleep(milliseconds);
    }
    expect(lengths).toEqual([1, 1, 1]);
  });

  it.each<[Pace, number]>([
    ["whole", 10],
    ["steady", 10],
    ["whole", 60_000],
  ])("refuses a body that is waited for too long: %s, a byte each %i ms", async (pace, pause) => {
    const request = withPatience(slowly(1000, pause), pace, milliseconds);
    await expect(request.text()).rejects.toMatchObject({ kind: "too-slow" });
  });

  it("says of a body that breaks off that it does", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error("ECONNRESET")) });
    const broken = new Request("http://localhost/", { method: "POST", body, duplex: "half" } as RequestInit);
    await expect(withPatience(broken, "whole").text()).rejects.toMatchObject({ kind: "malformed-request" });
  });
});
