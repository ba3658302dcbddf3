import { deepestNesting, isNestedTooDeep } from "@liftledger/use-cases/nested-too-deep";
import { ProblemError } from "@liftledger/use-cases/problem";
import { shortText } from "@liftledger/use-cases/read-part";
import { repeatedName } from "@liftledger/use-cases/repeated-name";

/** Throws "malformed-request" for a body that comes compressed, which would read as no JSON and as no form. */
export function refuseCompressed(request: Request): void {
  const encoding = request.headers.get("Content-Encoding") ?? "identity";
  if (encoding.toLowerCase() !== "identity") {
    const field = "Content-Encoding";
    const message = "the body is expected as it is, not compressed";
    throw new ProblemError("malformed-request", `${field}: ${message}`, [{ field, message, seen: encoding }]);
  }
}

/** The JSON of a request body; throws "malformed-request" with the place where it breaks, or the name it says twice. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new ProblemError("malformed-request", `The body is expected as application/json, not "${type}".`);
  }
  const text = await request.text();
  const json = parseJson(text);
  if (isNestedTooDeep(text)) {
    const message = `has more than ${deepestNesting} lists and objects within each other`;
    throw new ProblemError("malformed-request", `The body ${message}.`, [{ field: "body", message }]);
  }
  const field = repeatedName(text);
  if (field === null) return json;
  const message = "is there twice in one object: which of the two is meant?";
  throw new ProblemError("malformed-request", `${field}: ${message}`, [{ field, message }]);
}

/** The parameters of an address; throws "malformed-request" for one that is there twice. */
export function readQuery(queries: Record<string, string[]>): Record<string, string | undefined> {
  for (const [field, said] of Object.entries(queries)) {
    if (said.length === 1) continue;
    const message = "is there twice in the address: which of the two is meant?";
    const seen = shortText(said.join(", "));
    throw new ProblemError("malformed-request", `${field}: ${message}`, [{ field, message, seen }]);
  }
  return Object.fromEntries(Object.entries(queries).map(([field, said]) => [field, said[0]]));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : "unreadable";
    throw new ProblemError("malformed-request", `The body is no JSON: ${reason}.`);
  }
}
