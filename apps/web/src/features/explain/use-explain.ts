import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

/** Opens the explanation of a figure: it goes into the address, so that every one has a permalink. */
export function useOpenExplanation(): (figureId: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (figureId) =>
      void navigate({ to: ".", search: (now) => ({ ...now, explain: figureId }), resetScroll: false }),
    [navigate],
  );
}

/** The figure whose explanation is open, by the address, and how to close it. */
export function useExplanation() {
  const { explain } = useSearch({ from: "/$organisationId" });
  const navigate = useNavigate();
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
  return { figureId: explain, close };
}
