import { Button, Divider, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { sessionQuery } from "../../api.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { nextPath, rememberNext } from "../../sign-in-path.ts";
import { EntryFrame } from "./entry-frame.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SecondFactorForm } from "./second-factor-form.tsx";
import { SetUpHint } from "./set-up-hint.tsx";
import { useCall } from "./use-call.ts";
import { t } from "../../words.ts";

/** Signs in by e-mail and password, and a code where an authenticator app was set up. */
export function SignInPage() {
  const { next } = useSearch({ from: "/sign-in" });
  const session = useQuery(sessionQuery).data;
  const [asksForCode, setAsksForCode] = useState(false);
  // Loaded anew, so that nothing is left on the page of who was here before.
  const enter = () => window.location.assign(nextPath(next));
  if (session?.kind === "guest" || (session?.kind === "nobody" && !session.isSetUp)) {
    return <SetUpHint isGuest={session.kind === "guest"} />;
  }
  if (asksForCode) {
    return (
      <EntryFrame title={t`One more step`} subline={t`Your account asks for a code as well.`}>
        <SecondFactorForm onDone={enter} onBack={() => setAsksForCode(false)} />
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t`Sign in`}>
      {session?.kind === "nobody" && session.singleSignOn !== null && (
        <SingleSignOn name={session.singleSignOn} next={nextPath(next)} />
      )}
      <PasswordForm onDone={(step) => (step === "signed-in" ? enter() : setAsksForCode(true))} />
      <Text
        size="sm"
        c="dimmed"
      >{t`Forgotten your password, or no account yet? An admin of your company can hand you a link.`}</Text>
    </EntryFrame>
  );
}

/** Leads to the company's own sign-in server, and remembers where one wanted to go. */
function SingleSignOn({ name, next }: { name: string; next: string }) {
  const begin = useCall(
    (client) => client.call("beginSingleSignOn", {}),
    ({ address }) => {
      rememberNext(next);
      window.location.assign(address);
    },
  );
  return (
    <Stack gap="sm">
      {begin.error !== null && <ProblemAlert what={t`You are not signed in.`} error={begin.error} />}
      <Button onClick={() => begin.send()} loading={begin.pending}>{t`Sign in with ${name}`}</Button>
      <Divider label={t`or with a password`} />
    </Stack>
  );
}
