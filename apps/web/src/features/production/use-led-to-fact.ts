import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";

/** Leads to the fact that the address names once it stands there, and into its first field where it has one. */
export function useLedToFact(): void {
  const place = useLocation({ select: ({ hash }) => hash });
  useEffect(() => {
    const fact = place === "" ? null : document.getElementById(place);
    fact?.scrollIntoView({ block: "center" });
    fact?.querySelector<HTMLElement>("input, select, textarea")?.focus({ preventScroll: true });
  }, [place]);
}
