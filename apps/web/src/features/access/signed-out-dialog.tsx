import { useQueryClient } from "@tanstack/react-query";
import { signedOutQuery, type SignedIn } from "../../signed-out.ts";
import { SignInAbove } from "./sign-in-above.tsx";
import { t } from "../../words.ts";

/** Above the page, so that nothing typed beneath it is lost: whoever was signed in does so again, and goes on. */
export function SignedOutDialog({ who }: { who: SignedIn }) {
  const client = useQueryClient();
  const close = () => client.setQueryData(signedOutQuery.queryKey, null);
  return (
    <SignInAbove
      who={who}
      title={t`You were signed out`}
      onClose={close}
      onBack={() => {
        close();
        void client.invalidateQueries();
      }}
    >
      {t`Nothing you typed is lost: it stands beneath this. Sign in again, then save it again.`}
    </SignInAbove>
  );
}
