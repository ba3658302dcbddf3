import type { Client } from "@liftledger/contracts/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { clientOf } from "./api.ts";
import { useAttempt } from "./use-attempt.ts";
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
  const attempt = useAttempt();
  const busy = useRef(false);
  const mutation = useMutation({
    mutationFn: (input: Input) => write(clientOf(organisationId), input, attempt.keyOf(input)),
    onSuccess: (output, input) => {
      attempt.succeeded();
      onWritten?.(output, input);
      void queryClient.invalidateQueries({ queryKey: [organisationId] });
      void queryClient.invalidateQueries({ queryKey: ["organisations"] });
    },
    onError: attempt.failed,
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
