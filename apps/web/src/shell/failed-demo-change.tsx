import { Alert } from "@mantine/core";
import { useMutationState } from "@tanstack/react-query";
import { useState } from "react";
import { problemText } from "../components/problem-text.ts";
import { demoChangeKey } from "./demo-changes.ts";
import { t } from "../words.ts";

/** Says that the demo could not be made or deleted, until it is closed or the next try goes well. */
export function FailedDemoChange() {
  const [closed, setClosed] = useState(0);
  const changes = useMutationState({
    filters: { mutationKey: demoChangeKey },
    select: ({ state }) => ({ error: state.error, submittedAt: state.submittedAt }),
  });
  const last = changes.at(-1);
  if (last === undefined || last.error === null || last.submittedAt <= closed) return null;
  return (
    <Alert
      mb="md"
      color="red"
      variant="default"
      role="alert"
      title={t`The demo stayed as it was`}
      withCloseButton
      closeButtonLabel={t`Close this message`}
      onClose={() => setClosed(last.submittedAt)}
    >
      {problemText(last.error)}
    </Alert>
  );
}
