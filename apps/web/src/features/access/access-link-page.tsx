import type { AccessLink } from "@liftledger/contracts/access";
import { Button, Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { clientOf } from "../../api.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { AcceptInvitationForm } from "./accept-invitation-form.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { ResetPasswordForm } from "./reset-password-form.tsx";
import { SetUpForm } from "./set-up-form.tsx";
import { t } from "../../words.ts";

/** Where a link leads that was printed or handed over. Its token stands behind the "#", which no server is sent. */
export function AccessLinkPage() {
  const token = useLocation().hash.replace(/^#/, "");
  const link = useQuery({
    queryKey: ["access-link", token],
    queryFn: ({ signal }) => clientOf("default").call("readAccessLink", { body: { token }, signal }),
    staleTime: Infinity,
    enabled: token.length >= 20,
  });
  if (token.length < 20) return <NoLink />;
  if (link.isError) {
    return (
      <EntryFrame title={t`This link does not count`}>
        <ProblemAlert what={t`Ask for a new one.`} error={link.error} />
        <SignInButton />
      </EntryFrame>
    );
  }
  if (link.data === undefined) {
    return (
      <EntryFrame title={t`One moment`}>
        <Loader aria-label={t`Reading the link`} />
      </EntryFrame>
    );
  }
  return <Opened link={link.data} token={token} />;
}

function Opened({ link, token }: { link: AccessLink; token: string }) {
  if (link.kind === "set-up") return <SetUpForm token={token} />;
  const name = link.name ?? "";
  const email = link.email ?? "";
  if (link.kind === "invitation") return <AcceptInvitationForm token={token} name={name} email={email} />;
  return <ResetPasswordForm token={token} email={email} />;
}

function NoLink() {
  return (
    <EntryFrame
      title={t`The link is not whole`}
      subline={t`What stands behind the “#” is missing. Copy the whole link, and open it again.`}
    >
      <SignInButton />
    </EntryFrame>
  );
}

function SignInButton() {
  return (
    <Button variant="default" renderRoot={(props) => <Link to="/sign-in" {...props} />}>{t`Sign in`}</Button>
  );
}
