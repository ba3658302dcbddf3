import { Anchor, Modal, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { sessionQuery } from "../../api.ts";
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
  const isOwnServer = data?.kind === "nobody" && data.singleSignOn !== null;
  // Of somebody who is signed in nobody says whether the company has a server of its own.
  if (!isOwnServer && data?.kind !== "signed-in") return null;
  return (
    <Text size="sm">
      {tx`${(
        <Anchor href="/sign-in" target="_blank" rel="noopener" underline="always">
          {isOwnServer
            ? t`Sign in with ${data.singleSignOn ?? ""} in another tab`
            : t`Sign in in another tab`}
        </Anchor>
      )}, and come back to this one.`}
    </Text>
  );
}
