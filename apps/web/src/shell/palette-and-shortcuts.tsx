import { useDisclosure, useHotkeys, useLocalStorage } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useOrganisationId } from "../use-organisation.ts";
import { useOverlayEvents } from "./overlay-events.ts";
import { pages } from "./pages.ts";

const SearchPalette = lazy(() =>
  import("./search-palette.tsx").then((module) => ({ default: module.SearchPalette })),
);
const ShortcutsOverlay = lazy(() =>
  import("./shortcuts-overlay.tsx").then((module) => ({ default: module.ShortcutsOverlay })),
);

/** The search palette and the shortcuts, fetched when first asked for, and the keys that call them. */
export function PaletteAndShortcuts() {
  const organisationId = useOrganisationId();
  const navigate = useNavigate();
  const [singleKeys, setSingleKeys] = useLocalStorage({ key: "liftledger-single-keys", defaultValue: true });
  const [shortcutsOpen, shortcuts] = useDisclosure(false);
  const [paletteAsked, setPaletteAsked] = useState(0);
  const openPalette = () => setPaletteAsked((times) => times + 1);
  useOverlayEvents({ openPalette, openShortcuts: shortcuts.open });
  // An empty list of ignored elements: search must open from within a field too.
  useHotkeys([["mod+K", openPalette]], []);
  useHotkeys(
    singleKeys
      ? [
          ["shift+?", shortcuts.open],
          ...pages.map(
            (page) =>
              [page.shortcut, () => void navigate({ to: page.to, params: { organisationId } })] as [
                string,
                () => void,
              ],
          ),
        ]
      : [],
  );
  return (
    <Suspense fallback={null}>
      {paletteAsked > 0 && <SearchPalette asked={paletteAsked} />}
      {shortcutsOpen && (
        <ShortcutsOverlay
          onClose={shortcuts.close}
          singleKeys={singleKeys}
          onSingleKeysChange={setSingleKeys}
        />
      )}
    </Suspense>
  );
}
