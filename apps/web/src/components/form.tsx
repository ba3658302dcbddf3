import type { ReactNode } from "react";

/** A form whose checks are ours: sends by its button or by Enter, never by leaving the page. */
export function Form({ onSend, children }: { onSend: () => void; children: ReactNode }) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A form in a dialog stands inside another form for React, though not for the page.
        event.stopPropagation();
        onSend();
      }}
    >
      {children}
    </form>
  );
}
