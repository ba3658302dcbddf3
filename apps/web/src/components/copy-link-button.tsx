import { Button, CopyButton, Group } from "@mantine/core";
import { t } from "../words.ts";

/** Copies the address of what is shown: every page, and every figure that is open on it, has one. */
export function CopyLinkButton() {
  return (
    <Group>
      <CopyButton value={window.location.href}>
        {({ copied, copy }) => (
          <Button variant="default" size="sm" onClick={copy}>
            <span aria-live="polite">{copied ? t`Link copied` : t`Copy link`}</span>
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
