import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

/** The figure whose explanation is open, by the address, and how to open and close one. */
export function useExplain() {
  const { explain } = useSearch({ from: "/$organisationId" });
  const navigate = useNavigate();
  const open = useCallback(
    (figureId: string) =>
      void navigate({ to: ".", search: (now) => ({ ...now, explain: figureId }), resetScroll: false }),
    [navigate],
  );
  const close = useCallback(
    () =>
      void navigate({
        to: ".",
        search: ({ explain: _closed, ...rest }) => rest,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return { figureId: explain, open, close };
}
