import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { signedOutQuery } from "../signed-out.ts";

const SignedOutDialog = lazy(async () => {
  const { SignedOutDialog: component } = await import("../features/access/signed-out-dialog.tsx");
  return { default: component };
});

/** What lies over the page once a session ended while somebody was at work. */
export function SignedOut() {
  const { data: who } = useQuery(signedOutQuery);
  if (who === undefined || who === null) return null;
  return (
    <Suspense>
      <SignedOutDialog who={who} />
    </Suspense>
  );
}
