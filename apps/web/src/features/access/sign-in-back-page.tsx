import { Button, Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { clientOf } from "../../api.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { recallNext } from "../../sign-in-path.ts";
import { EntryFrame } from "./entry-frame.tsx";
import { t } from "../../words.ts";

/** Where the company's own sign-in server sends people back: what it said is asked about once. */
export function SignInBackPage() {
  const [search] = useState(() => window.location.search);
  const { isSuccess, error } = useQuery({
    queryKey: ["single-sign-on", search],
    queryFn: ({ signal }) => clientOf("default").call("finishSingleSignOn", { body: { search }, signal }),
    staleTime: Infinity,
    retry: false,
  });
  // Loaded anew, so that nothing is left on the page of who was here before, nor in the address of what was said.
  useEffect(() => {
    if (isSuccess) window.location.replace(recallNext());
  }, [isSuccess]);
  if (error === null) {
    return (
      <EntryFrame title={t`One moment`}>
        <Loader aria-label={t`Signing in`} />
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t`You are not signed in`}>
      <ProblemAlert what={t`It did not work.`} error={error} />
      <Button component={Link} to="/sign-in" variant="default">{t`Back to signing in`}</Button>
    </EntryFrame>
  );
}
