import { createUseExternalEvents } from "@mantine/core";

interface OverlayEvents extends Record<string, () => void> {
  openPalette: () => void;
  openShortcuts: () => void;
}

/** How a button anywhere opens an overlay of the frame. */
const [useOverlayEvents, createOverlayEvent] = createUseExternalEvents<OverlayEvents>("liftledger-overlays");

export const openPalette = () => createOverlayEvent("openPalette")();
export const openShortcuts = () => createOverlayEvent("openShortcuts")();
export { useOverlayEvents };
