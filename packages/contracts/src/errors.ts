import { z } from "zod";

/** One thing wrong with a request: where it stands, what was seen, which rule it breaks, what to do. */
export const ProblemDetail = z.object({
  field: z.string(),
  message: z.string(),
  seen: z.string().optional(),
  row: z.number().int().optional(),
});
export type ProblemDetail = z.infer<typeof ProblemDetail>;

/** Problem details by RFC 9457. `type` is stable; `details` name every failing field or row. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string().optional(),
  details: z.array(ProblemDetail).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Every kind of problem the API answers with: its HTTP status and title. */
export const problemKinds = {
  "invalid-request": { status: 422, title: "The request breaks a rule" },
  "malformed-request": { status: 400, title: "The request cannot be read" },
  "sign-in-needed": { status: 401, title: "Sign in first" },
  "wrong-credentials": { status: 401, title: "This does not match" },
  "sign-in-again": { status: 403, title: "Sign in again first" },
  "link-over": { status: 410, title: "This link no longer counts" },
  "too-many-requests": { status: 429, title: "Too many tries" },
  "own-approval": { status: 403, title: "Who makes something does not approve it" },
  forbidden: { status: 403, title: "This is not allowed" },
  "not-found": { status: 404, title: "There is no such thing here" },
  conflict: { status: 409, title: "It is already there, or somebody changed it first" },
  "idempotency-mismatch": { status: 422, title: "This idempotency key was used for another request" },
  "too-slow": { status: 408, title: "The request took too long to arrive" },
  "too-large": { status: 413, title: "The request is larger than the limit" },
  "wrong-direction": { status: 422, title: "The sentence contradicts the KPI" },
  "claims-exceeded": { status: 409, title: "The series is already claimed" },
  "in-use": { status: 409, title: "Something still stands on it" },
  retired: { status: 409, title: "This is retired" },
  "baseline-frozen": { status: 409, title: "A frozen baseline does not change" },
  "period-closed": { status: 423, title: "The month is closed" },
  "question-open": { status: 422, title: "The file can be read in more than one way" },
  "file-refused": { status: 422, title: "The file cannot be imported" },
  unavailable: { status: 503, title: "The database does not answer" },
  internal: { status: 500, title: "Something failed on the server" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemKind = keyof typeof problemKinds;

/** The stable `type` of a kind of problem. */
export function problemType(kind: ProblemKind): string {
  return `https://liftledger.dev/problems/${kind}`;
}
