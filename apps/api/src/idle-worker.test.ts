import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { IdleWorker } from "./idle-worker.ts";

const code = `
  const { parentPort } = require("node:worker_threads");
  parentPort.on("message", (asked) => {
    if (asked === "fail") throw new Error("failed as asked");
    parentPort.postMessage(asked);
  });
`;
const start = () => new Worker(code, { eval: true });

async function ask(worker: Worker, asked: string): Promise<unknown> {
  const answered = once(worker, "message");
  const ended = once(worker, "exit").then(() => ["ended before it answered"]);
  worker.postMessage(asked);
  const [answer] = await Promise.race([answered, ended]);
  return answer;
}

describe("IdleWorker", () => {
  it("never gives out a worker that is ending, whenever it is asked for", async () => {
    const idle = new IdleWorker(start, 1);
    // The end of a thread takes a while: some of these fall into it.
    for (let wait = 0; wait < 12; wait += 1) {
      expect(await ask(idle.use(), `after ${wait}`)).toBe(`after ${wait}`);
      idle.rest();
      await setTimeout(wait / 4);
    }
    await idle.end();
  });

  it("gives out another once one has failed, before that one is gone", async () => {
    const idle = new IdleWorker(start, 1000);
    const failing = idle.use();
    const failed = once(failing, "error");
    failing.postMessage("fail");
    await expect(failed).resolves.toMatchObject([{ message: "failed as asked" }]);
    expect(idle.use()).not.toBe(failing);
    expect(await ask(idle.use(), "again")).toBe("again");
    await idle.end();
  });

  it("keeps one that is needed again in time", async () => {
    const idle = new IdleWorker(start, 1000);
    const first = idle.use();
    idle.rest();
    expect(idle.use()).toBe(first);
    await idle.end();
  });
});
