import type { ProblemDetail } from "@liftledger/contracts/errors";
import { ProblemError } from "@liftledger/use-cases/problem";
import { deepestNesting, isNestedTooDeep } from "@liftledger/use-cases/nested-too-deep";
import { repeatedName } from "@liftledger/use-cases/repeated-name";
import { unwritablePlace } from "@liftledger/use-cases/unwritable-place";
import type { z } from "zod";

/** What a schema makes of a part of a request; throws "invalid-request" that names every failing field. */
export function readPart(schema: z.ZodType, raw: unknown, part: "path" | "query" | "body"): unknown {
  const unwritable = unwritablePlace(raw);
  if (unwritable !== null) {
    const field = unwritable === "" ? part : unwritable;
    const message = "the text has a NUL or half a character in it, which cannot be kept";
    throw new ProblemError("malformed-request", `${field}: ${message}`, [{ field, message }]);
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const noField = part === "query" ? noParameter(schema) : "there is no such field";
  const details = parsed.error.issues.flatMap((issue) =>
    detailsOf(issue, raw, noField).map((detail) => ({ ...detail, field: detail.field || part })),
  );
  const first = details[0];
  const sentence = `${first?.field ?? part}: ${first?.message ?? "is not as it should be"}`;
  const more = details.length > 1 ? ` (and ${details.length - 1} more)` : "";
  throw new ProblemError("invalid-request", sentence + more, details);
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

/** Whoever asks for what a list does not have is told what it has. */
function noParameter(schema: z.ZodType): string {
  const names = "shape" in schema ? Object.keys(schema.shape as object) : [];
  return `there is no such parameter: there are ${names.join(", ")}`;
}

function detailsOf(issue: z.core.$ZodIssue, raw: unknown, noField: string): ProblemDetail[] {
  const seen = at(raw, issue.path);
  const row = issue.path.find((step) => typeof step === "number");
  const place = row === undefined ? {} : { row };
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      field: fieldName([...issue.path, key]),
      message: noField,
      ...place,
    }));
  }
  const isMissing = seen === undefined && issue.code !== "custom";
  const message = isMissing ? "is required" : plainMessage(issue);
  return [
    { field: fieldName(issue.path), message, ...(isMissing ? {} : { seen: shortText(seen) }), ...place },
  ];
}

/** The library's own wording is for programmers; a rule of ours says what it wants in its own words. */
function plainMessage(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_small") {
    if (issue.origin === "string") return Number(issue.minimum) <= 1 ? "must not be empty" : issue.message;
    if (issue.origin === "array") return `needs at least ${issue.minimum}`;
    return `must be ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}`;
  }
  if (issue.code === "too_big") {
    if (issue.origin === "string") return `may have at most ${issue.maximum} characters`;
    if (issue.origin === "array") return `may hold at most ${issue.maximum}`;
    return `must be ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}`;
  }
  if (issue.code === "invalid_value") return `must be one of ${issue.values.join(", ")}`;
  if (issue.code === "invalid_type") return `must be ${typeWords[issue.expected] ?? issue.expected}`;
  return issue.message;
}

const typeWords: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

function at(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (node, step) =>
      typeof node === "object" && node !== null && Object.hasOwn(node, step)
        ? (node as Record<PropertyKey, unknown>)[step]
        : undefined,
    raw,
  );
}

/** snapshots, 0, numerator is written snapshots[0].numerator. */
function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === "number") return `${name}[${step}]`;
    // A field whose name is empty is told apart from the whole.
    const said = step === "" ? '""' : String(step);
    return name === "" ? said : `${name}.${said}`;
  }, "");
}

function shortText(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
