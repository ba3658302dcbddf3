import { Alert, Button, Group, Text } from "@mantine/core";
import { requestOf } from "./failed-request.ts";
import { problemText } from "./problem-text.ts";
import { useSaid } from "./said-errors.ts";
import { t } from "../words.ts";

export interface FailedQueryProps {
  /** "The portfolio could not be loaded." */
  what: string;
  error: unknown;
  onRetry: () => void;
  retrying?: boolean;
  /** Said when older data is still on the screen. */
  showsOlderData?: boolean;
}

/** Says what failed where it would stand, and offers Retry; the last good data stays where it is. */
export function FailedQuery(props: FailedQueryProps) {
  useSaid(props.error);
  return <FailureAlert {...props} />;
}

/** What failed, in words; that it is said here is not remembered. */
export function FailureAlert({
  what,
  error,
  onRetry,
  retrying = false,
  showsOlderData = false,
}: FailedQueryProps) {
  const request = requestOf(error);
  return (
    <Alert color="red" variant="default" title={what} role="alert">
      <Text size="sm">{problemText(error)}</Text>
      {request !== undefined && (
        <Text size="sm">{t`If it stays so, give whoever runs the server this number: ${request}`}</Text>
      )}
      {showsOlderData && <Text size="sm">{t`What you see is the last answer that arrived.`}</Text>}
      <Group mt="sm">
        <Button size="xs" variant="default" onClick={onRetry} loading={retrying}>{t`Retry`}</Button>
      </Group>
    </Alert>
  );
}
