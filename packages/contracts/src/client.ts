import { endpointPaths, organisationHeader, type EndpointName, type EndpointPath } from "./endpoint-paths.ts";
import type { EndpointInput, EndpointOutput, Endpoints } from "./endpoints.ts";
import type { Problem } from "./errors.ts";
import type { FileAnswer } from "./file-answer.ts";
import type { ListShape } from "./list.ts";

/** Raised when the API answers with problem details. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  /** The number under which the server's log tells of the request; undefined where none was answered. */
  readonly requestId: string | undefined;
  constructor(problem: Problem, requestId?: string) {
    super(problem.detail);
    this.name = "ApiProblem";
    this.problem = problem;
    this.requestId = requestId;
  }
}

type Wanted<Input> = { [Key in keyof Input as Input[Key] extends undefined ? never : Key]: Input[Key] };

export type CallInput<Name extends EndpointName> = Wanted<EndpointInput<Name>> & {
  /** Repeats of a call with the same key are answered without writing again. */
  idempotencyKey?: string;
  signal?: AbortSignal;
};

export interface ClientSettings {
  /** Where the server is: "" for the page's own, "http://127.0.0.1:8787" elsewhere. */
  baseUrl: string;
  organisationId: string;
  /** Sent with every call, as the `Authorization` of a service key. */
  headers?: Record<string, string>;
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

/**
 * A typed client made from the endpoint table. `call` answers what the endpoint's schema promises, throws
 * `ApiProblem` when the server refuses, and lets network errors through.
 *
 * @example
 * const client = createClient({ baseUrl: "", organisationId: "default" });
 * const { rows } = await client.call("listKpis", {});
 */
export function createClient(settings: ClientSettings) {
  const send = settings.fetch ?? ((url, init) => fetch(url, init));
  return {
    async call<Name extends EndpointName>(name: Name, input: CallInput<Name>): Promise<EndpointOutput<Name>> {
      const parts = input as LooseInput;
      const { method, path, answers }: EndpointPath = endpointPaths[name];
      const headers = new Headers({
        ...settings.headers,
        [organisationHeader]: settings.organisationId,
      });
      if (parts.idempotencyKey !== undefined) headers.set("Idempotency-Key", parts.idempotencyKey);
      const response = await send(settings.baseUrl + fillPath(path, parts.params) + queryText(parts.query), {
        method,
        headers,
        ...bodyOf(parts.body, headers),
        ...(parts.signal === undefined ? {} : { signal: parts.signal }),
      });
      if (!response.ok) {
        const requestId = response.headers.get("X-Request-Id") ?? undefined;
        throw new ApiProblem(await problemOf(response), requestId);
      }
      return (await read[answers ?? "json"](response)) as EndpointOutput<Name>;
    },
  };
}

/** What `allRows` asks: a client, or what answers as one. */
interface Lists<Name extends EndpointName> {
  call(name: Name, input: CallInput<Name>): Promise<EndpointOutput<Name>>;
}

/** The endpoints that answer a list, page by page. */
export type ListName = {
  [Name in EndpointName]: Endpoints[Name] extends { list: ListShape } ? Name : never;
}[EndpointName];

type RowOf<Name extends ListName> = EndpointOutput<Name> extends { rows: (infer Row)[] } ? Row : never;

/**
 * Every row of a list, page after page.
 *
 * @example
 * const kpis = await allRows(client, "listKpis", {});
 */
export async function allRows<Name extends ListName>(
  lists: Lists<NoInfer<Name>>,
  name: Name,
  input: Omit<CallInput<Name>, "query"> & {
    query?: Omit<EndpointInput<Name>["query"] & object, "cursor" | "limit">;
  },
): Promise<RowOf<Name>[]> {
  const rows: RowOf<Name>[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = { ...input.query, limit: rowsInOnePage(name), ...(cursor === undefined ? {} : { cursor }) };
    const page = (await lists.call(name, { ...input, query } as never)) as PageOfRows<RowOf<Name>>;
    rows.push(...page.rows);
    cursor = page.nextCursor;
  }
  return rows;
}

interface PageOfRows<Row> {
  rows: Row[];
  nextCursor: string | null;
}

// Months are told with what is missing in each, and come fewer at a time.
function rowsInOnePage(name: ListName): number {
  return name === "listPeriods" ? 120 : 500;
}

export type Client = ReturnType<typeof createClient>;

interface LooseInput {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: Record<string, unknown>;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

function fillPath(path: string, params: Record<string, string> = {}): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ""));
}

function queryText(query: Record<string, unknown> = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  if (pairs.length === 0) return "";
  return `?${new URLSearchParams(pairs.map(([key, value]): [string, string] => [key, String(value)])).toString()}`;
}

function bodyOf(body: Record<string, unknown> | undefined, headers: Headers): { body?: string | FormData } {
  if (body === undefined) return {};
  if (Object.values(body).some((value) => value instanceof Blob)) {
    const form = new FormData();
    for (const [key, value] of Object.entries(body)) {
      if (value instanceof Blob) form.append(key, value);
      else if (value !== undefined) form.append(key, String(value));
    }
    return { body: form };
  }
  headers.set("Content-Type", "application/json");
  return { body: JSON.stringify(body) };
}

/** What makes an answer of a response, by what the endpoint answers. */
const read: Record<NonNullable<EndpointPath["answers"]> | "json", (response: Response) => unknown> = {
  json: (response) => response.json(),
  "json-lines": linesOf,
  events: eventsOf,
  xlsx: fileOf,
  pdf: fileOf,
};

/** The name that the server gives it, percent-encoded for what is not ASCII. */
async function fileOf(response: Response): Promise<FileAnswer> {
  const [, name = "file"] =
    /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("Content-Disposition") ?? "") ?? [];
  return { fileName: decodeURIComponent(name), bytes: new Uint8Array(await response.arrayBuffer()) };
}

/** Each line as it arrives; throws where the answer breaks off within one. */
async function* linesOf(response: Response): AsyncGenerator<unknown> {
  for await (const line of piecesOf(response, "\n")) yield JSON.parse(line);
}

/** Each server-sent event as it arrives; one named "problem" ends them as the refusal it is. */
async function* eventsOf(response: Response): AsyncGenerator<unknown> {
  for await (const event of piecesOf(response, "\n\n")) {
    const lines = event.split("\n");
    const data = lines.find((line) => line.startsWith("data: "))?.slice("data: ".length) ?? "null";
    if (lines.includes("event: problem")) throw new ApiProblem(JSON.parse(data) as Problem);
    yield JSON.parse(data);
  }
}

async function* piecesOf(response: Response, end: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunksOf(response)) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split(end);
    rest = pieces.pop() ?? "";
    yield* pieces;
  }
  if (rest !== "") yield rest;
}

// Safari does not walk through a stream by itself.
async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (reader === undefined) return;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

/** What a refusal says; what stands between may answer for the server, with less than the server tells or nothing. */
async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  const { status, statusText } = response;
  const unsaid = { type: "about:blank", title: statusText === "" ? `Status ${status}` : statusText, status };
  if (response.headers.get("Content-Type")?.includes("problem+json") === true)
    return { ...unsaid, detail: "", ...(JSON.parse(text) as Partial<Problem>) };
  return { ...unsaid, detail: text.slice(0, 300) };
}
