import { ApiProblem } from "@liftledger/contracts/client";
import { useRef } from "react";

/**
 * The idempotency key of what is sent: another for each attempt, but the same for the same input sent again after
 * nothing was heard, so that the server answers what it answered.
 */
export function useAttempt() {
  const attempt = useRef<{ text: string; key: string } | undefined>(undefined);
  return {
    keyOf(input: unknown): string {
      const text = JSON.stringify(input ?? null);
      if (attempt.current?.text !== text) attempt.current = { text, key: newKey() };
      return attempt.current.key;
    },
    succeeded() {
      attempt.current = undefined;
    },
    /** A refusal was an answer; what is sent next is another attempt. */
    failed(error: Error) {
      if (error instanceof ApiProblem && error.problem.status < 500) attempt.current = undefined;
    },
  };
}

/** 128 random bits as text. `crypto.randomUUID` is missing on pages that are served without TLS. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
