import type { Client } from "@liftledger/contracts/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

/**
 * A change of access, made by people only and once for each press of a button; what is known of people, keys and
 * oneself is asked anew.
 */
export function useCall<Input = void, Output = unknown>(
  call: (client: Client, input: Input) => Promise<Output>,
  onDone?: (output: Output) => void,
) {
  const queryClient = useQueryClient();
  const { mutate, isPending, error, data, reset } = useMutation({
    mutationFn: (input: Input) => call(clientOf("default"), input),
    onSuccess: (output) => {
      onDone?.(output);
      void queryClient.invalidateQueries({ queryKey: ["access"] });
      void queryClient.invalidateQueries({ queryKey: ["session"] });
    },
  });
  return { send: mutate, pending: isPending, error, result: data, reset };
}
