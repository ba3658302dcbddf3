import type { ProblemDetail } from "@liftledger/contracts/errors";
import type { z } from "zod";
import { ProblemError } from "./problem.ts";
import { unwritablePlace } from "./unwritable-place.ts";

/** A recipe is a text within a body, or a file: its fields are told apart from the body's by its name. */
type Part = "path" | "query" | "body" | "recipe";

/**
 * What a schema makes of a part of a request, whether it came by HTTP or by the command line; throws "invalid-request"
 * that names every failing field.
 */
export function readPart<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  part: Part,
): z.output<Schema> {
  const root = part === "recipe" ? [part] : [];
  const unwritable = unwritablePlace(raw);
  if (unwritable !== null) {
    const field = [...root, unwritable].filter((step) => step !== "").join(".") || part;
    const message = "the text has a NUL or half a character in it, which cannot be kept";
    throw new ProblemError("malformed-request", `${field}: ${message}`, [{ field, message }]);
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const noField = part === "query" ? noParameter(schema) : "there is no such field";
  const details = parsed.error.issues.flatMap((issue) =>
    detailsOf(issue, raw, noField).map(({ path, ...detail }) => ({
      field: fieldName([...root, ...path]) || part,
      ...detail,
    })),
  );
  const first = details[0];
  const sentence = `${first?.field ?? part}: ${first?.message ?? "is not as it should be"}`;
  const more = details.length > 1 ? ` (and ${details.length - 1} more)` : "";
  throw new ProblemError("invalid-request", sentence + more, details);
}

/** Whoever asks for what a list does not have is told what it has. */
function noParameter(schema: z.ZodType): string {
  const names = "shape" in schema ? Object.keys(schema.shape as object) : [];
  return `there is no such parameter: there are ${names.join(", ")}`;
}

interface Fault extends Omit<ProblemDetail, "field"> {
  path: readonly PropertyKey[];
}

function detailsOf(issue: z.core.$ZodIssue, raw: unknown, noField: string): Fault[] {
  const { path } = issue;
  const seen = at(raw, path);
  const row = path.find((step) => typeof step === "number");
  const place = row === undefined ? {} : { row };
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...path, key], message: noField, ...place }));
  }
  const meant = issue.code === "invalid_union" ? meantOf(issue) : undefined;
  if (meant !== undefined) {
    return meant.flatMap((inner) =>
      detailsOf({ ...inner, path: [...path, ...inner.path] } as z.core.$ZodIssue, raw, noField),
    );
  }
  const isMissing = seen === undefined && issue.code !== "custom";
  const message = isMissing ? "is required" : plainMessage(issue);
  return [{ path, message, ...(isMissing ? {} : { seen: shortText(seen) }), ...place }];
}

/** Of what may be one of several kinds, the faults of the kind that it comes nearest to; undefined where it is of none. */
function meantOf(issue: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] | undefined {
  const near = (issue.errors as z.core.$ZodIssue[][]).filter((faults) => !faults.some(isOfAnotherKind));
  return near.toSorted((one, other) => one.length - other.length)[0];
}

function isOfAnotherKind({ code, path }: z.core.$ZodIssue): boolean {
  return path.length === 0 && ["invalid_type", "invalid_value"].includes(code);
}

/** The library's own wording is for programmers; a rule of ours says what it wants in its own words. */
function plainMessage(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_small") {
    if (issue.origin === "string") return tooShort(issue);
    if (issue.origin === "array") return `needs at least ${issue.minimum}`;
    return `must be ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}`;
  }
  if (issue.code === "too_big") {
    if (issue.origin === "string") return `may have at most ${issue.maximum} characters`;
    if (issue.origin === "array") return `may hold at most ${issue.maximum}`;
    return `must be ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}`;
  }
  if (issue.code === "invalid_value") return `must be one of ${issue.values.join(", ")}`;
  if (issue.code === "invalid_union") return `must be ${kindsOf(issue)}`;
  if (issue.code === "invalid_format") return formatWords[issue.format] ?? issue.message;
  if (issue.code === "invalid_type") return `must be ${typeWords[issue.expected] ?? issue.expected}`;
  return issue.message;
}

/** The values that tell the kinds apart, where one field does, or else the kinds themselves. */
function kindsOf(issue: z.core.$ZodIssueInvalidUnion): string {
  const options = "options" in issue ? (issue.options ?? []) : [];
  if (options.length > 0) {
    const leftOut = options.includes(undefined) ? ", or left out" : "";
    return `one of ${options.filter((option) => option !== undefined).join(", ")}${leftOut}`;
  }
  const faults = (issue.errors as z.core.$ZodIssue[][]).flatMap((branch) => branch.slice(0, 1));
  return [...new Set(faults.map((fault) => plainMessage(fault).replace(/^must be /, "")))].join(" or ");
}

function tooShort({ minimum, message }: z.core.$ZodIssueTooSmall): string {
  if (Number(minimum) <= 1) return "must not be empty";
  return message.startsWith("Too small") ? `needs at least ${minimum} characters` : message;
}

const formatWords: Record<string, string> = {
  date: 'must be a day such as "2026-03-31"',
  datetime: 'must be an instant such as "2026-04-05T12:00:00.000Z"',
};

const typeWords: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  null: "null",
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

/** A value as a problem tells it was seen: 80 characters of it at most. */
export function shortText(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
