import { Anchor, Button, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { clientOf, sessionQuery } from "../../api.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import type { SignedIn } from "../../signed-out.ts";
import { PasswordForm } from "./password-form.tsx";
import { SecondFactorForm } from "./second-factor-form.tsx";
import { t, tx } from "../../words.ts";

interface SignInAboveProps {
  who: SignedIn;
  title: string;
  /** Why, and that nothing is lost. */
  children: string;
  onClose: () => void;
  /** The same person is back. */
  onBack: (session: SignedIn) => void;
}

/** Above the page, so that nothing typed beneath it is lost: the same person signs in once more, and goes on. */
export function SignInAbove({ who, title, children, onClose, onBack }: SignInAboveProps) {
  const client = useQueryClient();
  const [asksForCode, setAsksForCode] = useState(false);
  const goOn = async () => {
    const session = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    // Somebody else must not find on the page what this person saw and typed.
    if (session.kind === "signed-in" && session.personId !== who.personId) window.location.reload();
    else if (session.kind === "signed-in") onBack(session);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": t`Close` }}
      centered
      zIndex={400}
    >
      <Stack gap="md">
        <Text size="sm">{children}</Text>
        {asksForCode ? (
          <SecondFactorForm onDone={() => void goOn()} onBack={() => setAsksForCode(false)} />
        ) : (
          <PasswordForm
            email={who.email}
            onDone={(step) => (step === "signed-in" ? void goOn() : setAsksForCode(true))}
          />
        )}
        <InAnotherTab onBack={() => void goOn()} />
      </Stack>
    </Modal>
  );
}

/** For who signs in by the company's own sign-in server, which takes one to another page. */
function InAnotherTab({ onBack }: { onBack: () => void }) {
  const { data } = useQuery(sessionQuery);
  useEffect(() => {
    window.addEventListener("focus", onBack);
    return () => window.removeEventListener("focus", onBack);
  }, [onBack]);
  const isKnown = data?.kind === "signed-in" || data?.kind === "nobody";
  const server = isKnown ? data.singleSignOn : null;
  if (server === null) return null;
  return data?.kind === "signed-in" ? (
    <AgainAtServer server={server} />
  ) : (
    <Text size="sm">
      {tx`${(
        <Anchor href="/sign-in" target="_blank" rel="noopener" underline="always">
          {t`Sign in with ${server} in another tab`}
        </Anchor>
      )}, and come back to this one.`}
    </Text>
  );
}

/** Who is signed in still is asked again there: no need to sign out first. */
function AgainAtServer({ server }: { server: string }) {
  const begin = useMutation({
    mutationFn: async (tab: Window | null) => {
      const { address } = await clientOf("default").call("beginSingleSignOn", {});
      if (tab === null) window.location.assign(address);
      else tab.location.replace(address);
    },
    onError: (_error, tab) => tab?.close(),
  });
  return (
    <Stack gap="xs">
      <Button
        variant="default"
        loading={begin.isPending}
        // The tab is opened at once, or the browser takes it for one that nobody asked for.
        onClick={() => begin.mutate(window.open("about:blank", "_blank"))}
      >{t`Sign in again with ${server}`}</Button>
      <Text size="sm" c="dimmed">{t`It opens in another tab: come back to this one afterwards.`}</Text>
      {begin.error !== null && <ProblemAlert what={t`You were not signed in.`} error={begin.error} />}
    </Stack>
  );
}
