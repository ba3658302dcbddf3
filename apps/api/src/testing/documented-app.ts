import { openApiDocument } from "@liftledger/contracts/openapi";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Hono } from "hono";
import { createApp, type Deps } from "../app.ts";

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

/** As a reader gets it: through JSON. */
const document = JSON.parse(JSON.stringify(openApiDocument("0"))) as {
  paths: Record<string, Record<string, Operation>>;
};
const paths = Object.keys(document.paths).map((path) => ({
  path,
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
}));
// The formats say more than a schema can check, and are kept by zod.
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, "openapi");
const compiled = new Map<string, ValidateFunction>();

/**
 * The application, made to throw where it answers something that the OpenAPI document does not say: another status,
 * content type or body. What is no endpoint of the document is let through.
 */
export function createDocumentedApp(deps: Deps): Hono {
  const app = createApp(deps);
  const fetch = app.fetch;
  app.fetch = async (request, ...rest) => {
    const response = await fetch(request, ...rest);
    // Events are told while somebody waits for them: each is held against its schema where it is sent.
    if (response.headers.get("Content-Type") === "text/event-stream") return response;
    const fault = await documentedFault(request, response.clone());
    if (fault !== undefined) throw new Error(`${request.method} ${request.url}: ${fault}`);
    return response;
  };
  return app;
}

/** What an answer to a request has that the document does not say; undefined where it is as it says. */
export async function documentedFault(
  { method, url }: Request,
  response: Response,
): Promise<string | undefined> {
  const { pathname } = new URL(url);
  const path = paths.find(({ pattern }) => pattern.test(pathname))?.path;
  const verb = method.toLowerCase();
  const operation = path === undefined ? undefined : document.paths[path]?.[verb];
  if (path === undefined || operation === undefined) return undefined;
  const { status } = response;
  const answer = [String(status), `${Math.floor(status / 100)}XX`, "default"].find(
    (name) => name in operation.responses,
  );
  if (answer === undefined) return `the document has no answer ${status}`;
  const type = (response.headers.get("Content-Type") ?? "").split(";")[0] ?? "";
  if (operation.responses[answer]?.content?.[type] === undefined) {
    return `the document has no ${type} for ${status}`;
  }
  const steps = ["paths", path, verb, "responses", answer, "content", type, "schema"];
  const ref = `openapi#/${steps.map((step) => encodeURIComponent(pointerStep(step))).join("/")}`;
  const validate = compiled.get(ref) ?? ajv.compile({ $ref: ref });
  compiled.set(ref, validate);
  for (const value of valuesOf(type, await textOf(response))) {
    if (!validate(value)) return `${status} is not as documented: ${ajv.errorsText(validate.errors)}`;
  }
  return undefined;
}

/** Over a real connection the answer may be compressed. */
async function textOf(response: Response): Promise<string> {
  const encoding = response.headers.get("Content-Encoding");
  if (encoding === null || response.body === null) return response.text();
  const plain = response.body.pipeThrough(new DecompressionStream(encoding as "gzip" | "deflate"));
  return new Response(plain).text();
}

function valuesOf(type: string, text: string): unknown[] {
  if (type.endsWith("jsonl"))
    return text
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  return type.endsWith("json") ? [JSON.parse(text)] : [text];
}

function pointerStep(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
