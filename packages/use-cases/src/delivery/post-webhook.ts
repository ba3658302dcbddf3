import type { IncomingMessage, RequestOptions } from "node:http";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { WebhookCall } from "./couriers.ts";
import { checkedAddress, type CheckedAddress, type Resolve } from "./public-address.ts";
import { signedHeaders } from "./sign-call.ts";

const longestWaitMilliseconds = 10_000;

/**
 * Calls a webhook: connects to the very address that was checked, follows no redirect, waits ten seconds at most and
 * reads nothing of the answer but its status. Throws in words that people read where it was not taken.
 */
export async function postWebhook(
  call: WebhookCall,
  { allowsLoopback, resolve }: { allowsLoopback: boolean; resolve?: Resolve | undefined },
): Promise<void> {
  const checked = await checkedAddress(call.address, { allowsLoopback }, resolve);
  const status = await statusOf(checked, call);
  if (status >= 200 && status < 300) return;
  if (status >= 300 && status < 400)
    throw new Error(
      `It answered ${status}, which sends elsewhere: that is not followed. Enter the new address.`,
    );
  throw new Error(`It answered ${status}.`);
}

function statusOf({ url, address, family }: CheckedAddress, call: WebhookCall): Promise<number> {
  const isSecure = url.protocol === "https:";
  const options: RequestOptions = {
    method: "POST",
    // The name for the certificate and the Host header; the address is the one that was checked.
    lookup: (_host, { all }, answer) =>
      all === true ? answer(null, [{ address, family }]) : answer(null, address, family),
    agent: false,
    timeout: longestWaitMilliseconds,
    signal: AbortSignal.timeout(longestWaitMilliseconds),
    headers: {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(call.body),
      "user-agent": "Liftledger",
      ...signedHeaders(call),
    },
  };
  return new Promise((resolve, reject) => {
    const answered = (response: IncomingMessage) => {
      resolve(response.statusCode ?? 0);
      // Whatever else it says is not ours to hear.
      response.destroy();
    };
    const request = isSecure ? requestHttps(url, options, answered) : requestHttp(url, options, answered);
    request.on("error", (error) => reject(inWords(error)));
    request.on("timeout", () => request.destroy(new Error("It did not answer within 10 seconds.")));
    request.end(call.body);
  });
}

function inWords(error: Error): Error {
  const code = "code" in error ? String(error.code) : "";
  if (error.name === "AbortError" || error.name === "TimeoutError")
    return new Error("It did not answer within 10 seconds.");
  if (code === "ECONNREFUSED") return new Error("Nobody answers at that address.");
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return new Error("The name of the host is not known.");
  return code === "" ? error : new Error(`The connection failed: ${code}.`);
}
