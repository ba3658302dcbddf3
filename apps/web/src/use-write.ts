import { ApiProblem, type Client } from "@liftledger/contracts/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { clientOf } from "./api.ts";
import { useOrganisationId } from "./use-organisation.ts";

type Write<Input, Output> = (client: Client, input: Input, idempotencyKey: string) => Promise<Output>;

/**
 * A write that happens once. A second call while the first is under way does nothing, and the same input
 * sent again after a lost connection carries the same idempotency key, so that the server answers what it
 * answered. Afterwards everything known of the organisation is asked anew.
 */
export function useWrite<Input, Output>(
  write: Write<Input, Output>,
  onWritten?: (output: Output, input: Input) => void,
) {
  const organisationId = useOrganisationId();
  const queryClient = useQueryClient();
  const attempt = useRef<{ text: string; key: string } | undefined>(undefined);
  const busy = useRef(false);
  const mutation = useMutation({
    mutationFn: (input: Input) => write(clientOf(organisationId), input, keyOf(attempt, input)),
    onSuccess: (output, input) => {
      attempt.current = undefined;
      onWritten?.(output, input);
      void queryClient.invalidateQueries({ queryKey: [organisationId] });
      void queryClient.invalidateQueries({ queryKey: ["organisations"] });
    },
    // A refusal was an answer; what is sent next is another attempt.
    onError: (error) => {
      if (error instanceof ApiProblem && error.problem.status < 500) attempt.current = undefined;
    },
    onSettled: () => {
      busy.current = false;
    },
  });
  const send = (input: Input) => {
    if (busy.current) return;
    busy.current = true;
    mutation.mutate(input);
  };
  return {
    send,
    pending: mutation.isPending,
    error: mutation.error,
    /** What was sent last: what an error is about. */
    sent: mutation.variables,
    result: mutation.data,
    reset: mutation.reset,
  };
}

function keyOf(attempt: { current: { text: string; key: string } | undefined }, input: unknown): string {
  const text = JSON.stringify(input);
  if (attempt.current?.text !== text) attempt.current = { text, key: newKey() };
  return attempt.current.key;
}

/** 128 random bits as text. `crypto.randomUUID` is missing on pages that are served without TLS. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
