import { ApiProblem } from "@liftledger/contracts/client";
import { problemText } from "../../components/problem-text.ts";
import { usePerson } from "../../use-session.ts";
import { SignInAbove } from "../access/sign-in-above.tsx";
import { t } from "../../words.ts";

interface SentAgain<Input> {
  error: unknown;
  sent: Input | undefined;
  send: (input: Input) => void;
  reset: () => void;
}

/** Whether a refusal only wants the person to sign in once more. */
export function wantsSignIn(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.type.endsWith("/sign-in-again");
}

/** Where a signature wants a sign-in of just now: the person signs in above the page, and the same request is sent again. */
export function SignInAgain<Input>({ write }: { write: SentAgain<Input> }) {
  const who = usePerson();
  const { error, sent, send, reset } = write;
  if (!wantsSignIn(error) || who === undefined) return null;
  return (
    <SignInAbove
      who={who}
      title={t`Sign in once more to sign`}
      onClose={reset}
      onBack={(session) => {
        // A look back at this tab is no sign-in: only a newer session sends it again.
        if (sent !== undefined && session.signedInAt > who.signedInAt) send(sent);
      }}
    >
      {problemText(error)}
    </SignInAbove>
  );
}
