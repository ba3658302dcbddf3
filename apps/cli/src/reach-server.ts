import { CommandError, exitCodes } from "./exit-codes.ts";

/** `fetch` that says in one line that the server does not answer. */
export async function reachServer(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const { cause } = error instanceof Error ? error : {};
    const reason = cause instanceof Error ? cause.message : String(error);
    const message = `The server at ${new URL(url).origin} does not answer: ${reason}.`;
    throw new CommandError(exitCodes.unreachable, message, { cause: error });
  }
}
