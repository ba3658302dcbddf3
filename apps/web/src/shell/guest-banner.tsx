import { Alert, Text } from "@mantine/core";
import { useIsGuest } from "../use-session.ts";
import { t } from "../words.ts";

/** Said above every page of the demo until somebody has set the server up. */
export function GuestBanner() {
  if (!useIsGuest()) return null;
  return (
    <Alert variant="default" title={t`Liftledger is not set up yet`} mb="md">
      <Text size="sm">{t`You can look at everything in this demo, and change nothing. To make it yours, open the link that was printed where Liftledger was started: it makes you the first admin.`}</Text>
    </Alert>
  );
}
