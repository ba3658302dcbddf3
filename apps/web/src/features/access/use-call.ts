import type { Client } from "@liftledger/contracts/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";
import { useAttempt } from "../../use-attempt.ts";

/**
 * A change of access, made by people only and once for each press of a button; what is known of people, keys and
 * oneself is asked anew.
 */
export function useCall<Input = void, Output = unknown>(
  call: (client: Client, input: Input, idempotencyKey: string) => Promise<Output>,
  onDone?: (output: Output) => void,
) {
  const queryClient = useQueryClient();
  const attempt = useAttempt();
  const { mutate, isPending, error, data, reset } = useMutation({
    mutationFn: (input: Input) => call(clientOf("default"), input, attempt.keyOf(input)),
    onSuccess: (output) => {
      attempt.succeeded();
      onDone?.(output);
      void queryClient.invalidateQueries({ queryKey: ["access"] });
      void queryClient.invalidateQueries({ queryKey: ["session"] });
    },
    onError: attempt.failed,
  });
  return { send: mutate, pending: isPending, error, result: data, reset };
}
