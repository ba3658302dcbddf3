import { RefusedAddressError, webhookUrl } from "../delivery/public-address.ts";
import { ProblemError } from "../problem.ts";

/** Throws "invalid-request" where a webhook may not be called at an address; whether its host is public is seen at each call. */
export function refuseAddress(address: string, rules: { allowsLoopback: boolean }): void {
  try {
    webhookUrl(address, rules);
  } catch (error) {
    if (!(error instanceof RefusedAddressError)) throw error;
    const message = `This address cannot be called. ${error.message}`;
    throw new ProblemError("invalid-request", message, [
      { field: "address", message, seen: address.slice(0, 200) },
    ]);
  }
}
