import { importOf, type Headers } from "../src/access/matrix-ledger.ts";
import type { ServerProcess } from "./running-server.ts";

/** Rows enough for an import to be under way while others ask about it. */
const rows = 400_000;
const file = new File(["Day,Visits,Orders\n", "2026-05-04,100,5\n".repeat(rows)], "shop.csv");

/** Begins an import and answers as soon as the server has said by which name; it goes on until it is stopped. */
export async function beginImport(
  { address }: ServerProcess,
  headers: Headers,
): Promise<{ runId: string; stop(): void }> {
  const body = new FormData();
  body.append("file", file);
  body.append("recipe", importOf("Begun").recipe);
  const hangUp = new AbortController();
  const response = await fetch(`${address}/api/v1/imports/run`, {
    method: "POST",
    headers,
    body,
    signal: hangUp.signal,
  });
  const reader = response.body?.getReader();
  let told = "";
  while (!told.includes("\n\n")) {
    const { value, done } = (await reader?.read()) ?? { done: true };
    if (done === true) throw new Error(`The import did not begin: ${response.status} ${told}`);
    told += new TextDecoder().decode(value);
  }
  const runId = /"runId":"([^"]+)"/.exec(told)?.[1];
  if (runId === undefined) throw new Error(`The import did not begin: ${response.status} ${told}`);
  return { runId, stop: () => hangUp.abort() };
}
