import { Anchor, Modal, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { sessionQuery } from "../../api.ts";
import { signedOutQuery, type SignedIn } from "../../signed-out.ts";
import { PasswordForm } from "./password-form.tsx";
import { SecondFactorForm } from "./second-factor-form.tsx";
import { t, tx } from "../../words.ts";

/** Above the page, so that nothing typed beneath it is lost: whoever was signed in does so again, and goes on. */
export function SignedOutDialog({ who }: { who: SignedIn }) {
  const client = useQueryClient();
  const [asksForCode, setAsksForCode] = useState(false);
  const close = () => client.setQueryData(signedOutQuery.queryKey, null);
  const goOn = async () => {
    const session = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    // Somebody else must not find on the page what this person saw and typed.
    if (session.kind === "signed-in" && session.personId !== who.personId) window.location.reload();
    if (session.kind !== "signed-in") return;
    close();
    await client.invalidateQueries();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t`You were signed out`}
      closeButtonProps={{ "aria-label": t`Close` }}
      centered
      zIndex={400}
    >
      <Stack gap="md">
        <Text size="sm">{t`Nothing you typed is lost: it stands beneath this. Sign in again, then save it again.`}</Text>
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
  if (data?.kind !== "nobody" || data.singleSignOn === null) return null;
  return (
    <Text size="sm">
      {tx`${(
        <Anchor href="/sign-in" target="_blank" rel="noopener">
          {t`Sign in with ${data.singleSignOn} in another tab`}
        </Anchor>
      )}, and come back to this one.`}
    </Text>
  );
}
