import { Button, Modal } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { t } from "../words.ts";

interface VersionsButtonProps {
  /** Of what. */
  name: string;
  /** What is shown once it is asked for: nothing is loaded before. */
  children: () => ReactNode;
}

/** The button that shows every version of something in a window. */
export function VersionsButton({ name, children }: VersionsButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="xs"
        aria-label={t`Versions of ${name}`}
        onClick={() => setOpen(true)}
      >{t`Versions`}</Button>
      {isOpen && (
        <Modal
          opened
          onClose={() => setOpen(false)}
          size="lg"
          title={t`Versions of ${name}`}
          closeButtonProps={{ "aria-label": t`Close` }}
        >
          {children()}
        </Modal>
      )}
    </>
  );
}
