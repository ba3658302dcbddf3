import { Button, Divider, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { sessionQuery } from "../../api.ts";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { nextPath, rememberNext } from "../../sign-in-path.ts";
import { EntryFrame } from "./entry-frame.tsx";
import { SecondFactorForm } from "./second-factor-form.tsx";
import { SetUpHint } from "./set-up-hint.tsx";
import { useCall } from "./use-call.ts";

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
      <EntryFrame title="One more step" subline="Your account asks for a code as well.">
        <SecondFactorForm onDone={enter} onBack={() => setAsksForCode(false)} />
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title="Sign in">
      {session?.kind === "nobody" && session.singleSignOn !== null && (
        <SingleSignOn name={session.singleSignOn} next={nextPath(next)} />
      )}
      <PasswordForm onDone={(step) => (step === "signed-in" ? enter() : setAsksForCode(true))} />
      <Text size="sm" c="dimmed">
        Forgotten your password, or no account yet? An admin of your company can hand you a link.
      </Text>
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
      {begin.error !== null && <ProblemAlert what="You are not signed in." error={begin.error} />}
      <Button onClick={() => begin.send()} loading={begin.pending}>
        Sign in with {name}
      </Button>
      <Divider label="or with a password" />
    </Stack>
  );
}

function PasswordForm({ onDone }: { onDone: (next: "signed-in" | "second-factor") => void }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useCall(
    (client, body: { email: string; password: string }) => client.call("signIn", { body }),
    ({ next }) => onDone(next),
  );
  return (
    <Form onSend={() => signIn.send({ email: email.trim(), password })}>
      <Stack gap="sm">
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ "aria-label": "Show the password" }}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        {signIn.error !== null && <ProblemAlert what="You are not signed in." error={signIn.error} />}
        <Button type="submit" loading={signIn.pending} disabled={email.trim() === "" || password === ""}>
          Sign in
        </Button>
      </Stack>
    </Form>
  );
}
