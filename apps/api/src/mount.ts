import { createHash } from "node:crypto";
import { accessPaths } from "@liftledger/contracts/access-paths";
import {
  endpointPaths,
  organisationHeader,
  type EndpointName,
  type EndpointPath,
} from "@liftledger/contracts/endpoint-paths";
import { endpoints, type EndpointRequest, type EndpointSchema } from "@liftledger/contracts/endpoints";
import { fileTypes, type FileAnswer } from "@liftledger/contracts/file-answer";
import { Id } from "@liftledger/contracts/ids";
import { dayIn } from "@liftledger/kpis/time-zone";
import { answerBytes, lendAnswerBytes } from "@liftledger/use-cases/answer-bytes";
import type { Context } from "@liftledger/use-cases/context";
import { longestIdempotencyKey, type IdempotencyRequest } from "@liftledger/use-cases/idempotency";
import { getOrganisation } from "@liftledger/use-cases/organisations/get-organisation";
import { mustBe } from "@liftledger/use-cases/permissions";
import type { Reckon } from "@liftledger/use-cases/reckoning/reckon";
import { ProblemError } from "@liftledger/use-cases/problem";
import { readPart } from "@liftledger/use-cases/read-part";
import type { HttpBindings } from "@hono/node-server";
import type { Hono, Context as HttpContext } from "hono";
import { bodyLimit } from "hono/body-limit";
import { authenticate } from "./access/authenticate.ts";
import { clientAddress } from "./access/client-address.ts";
import type { Exchange } from "./access/exchange.ts";
import { problemOf } from "./answer-failure.ts";
import type { Deps } from "./app.ts";
import { csvAnswer } from "./csv-answer.ts";
import { eventStream } from "./event-stream.ts";
import { fileAnswer } from "./file-answer.ts";
import { handlers, type Handler } from "./handlers.ts";
import { jsonLines } from "./json-lines.ts";
import { withPatience } from "./patient-body.ts";
import { readJson, readQuery, refuseCompressed } from "./read-request.ts";
import { receiveUpload, tooLarge, type Upload } from "./upload.ts";

const mebibyte = 1024 * 1024;
const largestJson = mebibyte;
const largestUpload = 50 * mebibyte;

/** About people and the server, never about a demo: they are asked of the organisation where one is a member. */
const atHome = new Set<string>(
  Object.keys(accessPaths).filter((name) => !["listTeams", "createTeam", "renameTeam"].includes(name)),
);

/** About the server itself, so that it may be asked before there is the organisation named in the header. */
const aboutTheServer: readonly EndpointName[] = [
  "listOrganisations",
  "createDemo",
  "deleteDemo",
  "getOpenApi",
];

/** Mounts every endpoint of the table: who may call it, what goes in, what comes out. */
export function mountEndpoints(app: Hono, deps: Deps): void {
  for (const name of Object.keys(endpointPaths) as EndpointName[]) {
    const { method, path } = endpointPaths[name];
    const largest =
      (endpoints[name] as EndpointSchema).bodyKind === "multipart" ? largestUpload : largestJson;
    app.on(
      method,
      path.replaceAll(/\{(\w+)\}/g, ":$1"),
      watchBody(deps, name),
      limitBody(largest, name),
      async (c) => answer(deps, name, c),
    );
  }
}

/** Ends what comes too slowly: a JSON body is whole in some seconds, an upload goes on arriving. */
function watchBody({ bodyMilliseconds }: Deps, name: EndpointName) {
  const { body, bodyKind }: EndpointSchema = endpoints[name];
  return async (c: HttpContext, next: () => Promise<void>) => {
    const pace = bodyKind === "multipart" ? "steady" : "whole";
    if (body !== undefined) c.req.raw = withPatience(c.req.raw, pace, bodyMilliseconds);
    await next();
  };
}

function limitBody(largest: number, name: EndpointName) {
  const refuse = () => {
    throw tooLarge("The body", largest);
  };
  // The limiter collects a chunked body before it hands it on; an upload counts its bytes while it streams.
  const limited = bodyLimit({ maxSize: largest, onError: refuse });
  if ((endpoints[name] as EndpointSchema).bodyKind !== "multipart") return limited;
  return async (c: HttpContext, next: () => Promise<void>) => {
    if (Number(c.req.header("Content-Length") ?? 0) > largest) refuse();
    await next();
  };
}

async function answer(deps: Deps, name: EndpointName, c: HttpContext): Promise<Response> {
  const endpoint: EndpointSchema = endpoints[name];
  const { ctx, exchange } = await openExchange(deps, name, c);
  const params = endpoint.params && readPart(endpoint.params, c.req.param(), "path");
  const query = endpoint.query && readPart(endpoint.query, readQuery(c.req.queries()), "query");
  if (endpoint.body !== undefined) refuseCompressed(c.req.raw);
  const upload =
    endpoint.bodyKind === "multipart" ? await receiveUpload(c.req.raw, largestUpload) : undefined;
  let isStreamed = false;
  try {
    const raw = upload?.parts ?? (endpoint.body && (await readJson(c.req.raw)));
    const body = endpoint.body && readPart(endpoint.body, raw, "body");
    const idempotency = endpoint.idempotent === true ? idempotencyOf(c, name, { params, body }) : undefined;
    const request = { params, query, body } as EndpointRequest<EndpointName>;
    const handle = handlers[name] as Handler<EndpointName>;
    const output = (await handle({ ...ctx, idempotency }, request, exchange)) as object;
    const { answers }: EndpointPath = endpointPaths[name];
    if (answers === "xlsx" || answers === "pdf")
      return fileAnswer(c, fileTypes[answers], output as FileAnswer);
    if (answers !== undefined) {
      isStreamed = true;
      return streamOf(deps, name, c, removingAfter(output as AsyncIterable<unknown>, upload));
    }
    if (deps.validateResponses === true) endpoint.output.parse(output);
    const csv = csvAnswer(c, name, output);
    if (csv !== undefined) return csv;
    const headers = { "Content-Type": "application/json", "Cache-Control": "no-store" };
    return c.body(bytesToSend(c, output), endpoint.status, headers);
  } finally {
    if (!isStreamed) await upload?.remove();
  }
}

/** An answer's bytes, which belong to the answer again once it was sent, or once nobody waits for it any more. */
function bytesToSend(c: HttpContext, output: object): Uint8Array<ArrayBuffer> {
  const { outgoing } = (c.env ?? {}) as Partial<HttpBindings>;
  // Without a connection nobody would say when it was sent.
  if (outgoing === undefined) return answerBytes(output);
  const { bytes, giveBack } = lendAnswerBytes(output);
  outgoing.once("close", giveBack);
  return bytes;
}

function streamOf(deps: Deps, name: EndpointName, c: HttpContext, values: AsyncIterable<unknown>): Response {
  const { answers }: EndpointPath = endpointPaths[name];
  const schema = deps.validateResponses === true ? endpoints[name].output : undefined;
  if (answers === "json-lines") return jsonLines(values, schema);
  return eventStream(values, (error) => problemOf(error, c, deps), schema);
}

/** An upload that is answered while it is read is needed until the answer has ended. */
async function* removingAfter(values: AsyncIterable<unknown>, upload: Upload | undefined) {
  try {
    yield* values;
  } finally {
    await upload?.remove();
  }
}

/** Who asks, what they may, and in which organisation: 401 before 404 before 403, so that nobody learns what is there. */
async function openExchange(
  deps: Deps,
  name: EndpointName,
  c: HttpContext,
): Promise<{ ctx: Context; exchange: Exchange }> {
  const asked = c.req.header(organisationHeader) ?? "default";
  const now = deps.now();
  const {
    db,
    newId,
    seed,
    version,
    auth,
    singleSignOn,
    publicUrl,
    imports,
    importRuns,
    jobs,
    reckonings,
    couriers,
  } = deps;
  const [cookie, authorization] = [c.req.header("Cookie"), c.req.header("Authorization")];
  const principal = await authenticate(deps, name, { organisationId: asked, authorization, cookie, now });
  const sendCookies = (cookies: readonly string[]) =>
    cookies.forEach((one) => c.header("Set-Cookie", one, { append: true }));
  sendCookies(principal.known?.cookies ?? []);
  const { actor, session, homeOrganisationId } = principal;
  const organisationId = atHome.has(name) ? (homeOrganisationId ?? "default") : asked;
  const requestId = c.get("requestId");
  const instant = { now, today: now.slice(0, 10) };
  const ctx = { db, actor, session, organisationId, homeOrganisationId, requestId, ...instant, newId, seed };
  mustBe(ctx, endpointPaths[name].role);
  const address = clientAddress(c, deps.proxies);
  const userAgent = c.req.header("User-Agent")?.slice(0, 300);
  // The signal is asked for only where it is needed: it costs a request of its own.
  const reckon: Reckon = (task, input) => reckonings.run(task, input, c.req.raw.signal);
  const server = {
    version,
    auth,
    singleSignOn,
    publicUrl,
    imports,
    importRuns,
    jobs,
    reckon,
    couriers,
    now: deps.now,
  };
  const exchange = { ...server, principal, cookie, userAgent, address, sendCookies };
  if (aboutTheServer.includes(name)) return { ctx, exchange };
  if (!Id.safeParse(organisationId).success) {
    throw new ProblemError("not-found", `There is no organisation "${organisationId.slice(0, 64)}".`);
  }
  const { timeZone } = await getOrganisation(ctx);
  return { ctx: { ...ctx, timeZone, today: dayIn(Date.parse(now), timeZone) }, exchange };
}

/** The parsed request is digested, so that the same request with its fields in another order is the same. */
function idempotencyOf(c: HttpContext, name: EndpointName, parsed: object): IdempotencyRequest | undefined {
  const key = c.req.header("Idempotency-Key");
  if (key === undefined) return undefined;
  if (key === "" || key.length > longestIdempotencyKey) {
    const message = `an idempotency key has 1 to ${longestIdempotencyKey} characters`;
    throw new ProblemError("invalid-request", message, [
      { field: "Idempotency-Key", message, seen: `${key.length} characters` },
    ]);
  }
  const bodyDigest = createHash("sha256").update(JSON.stringify(parsed)).digest("hex");
  return { key, endpoint: name, bodyDigest, status: endpoints[name].status };
}
