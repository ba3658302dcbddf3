import { Button, CopyButton, Group } from "@mantine/core";
import { t } from "../words.ts";

/** Copies the address of what is shown: every page, and every figure that is open on it, has one. */
export function CopyLinkButton({ address = window.location.href }: { address?: string }) {
  return (
    <Group className="not-printed">
      <CopyButton value={address}>
        {({ copied, copy }) => (
          <Button variant="default" size="sm" onClick={copy}>
            <span aria-live="polite">{copied ? t`Link copied` : t`Copy link`}</span>
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
