import { AppShell } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Outlet } from "@tanstack/react-router";
import { followClock } from "../components/organisation-clock.ts";
import { BasisHost } from "../features/explain/basis-host.tsx";
import { ExplainHost } from "../features/explain/explain-host.tsx";
import { useOrganisation } from "../use-organisation.ts";
import { FailedDemoChange } from "./failed-demo-change.tsx";
import { FrameHeader } from "./frame-header.tsx";
import { GuestBanner } from "./guest-banner.tsx";
import { Navigation } from "./navigation.tsx";
import { PaletteAndShortcuts } from "./palette-and-shortcuts.tsx";
import { SignedOut } from "./signed-out.tsx";
import { t } from "../words.ts";

/** The frame of every page of an organisation: header, left navigation, and the overlays that any page may open. */
export function Frame() {
  // Before anything below it tells a time.
  followClock(useOrganisation()?.timeZone);
  const [navigationOpen, navigation] = useDisclosure(false);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 208, breakpoint: "md", collapsed: { mobile: !navigationOpen } }}
      padding={{ base: "sm", sm: "lg" }}
    >
      <a className="skip-link" href="#main">{t`Skip to the content`}</a>
      {/* Its menu hangs over the navigation, which comes later. */}
      <AppShell.Header zIndex={101}>
        <FrameHeader navigationOpen={navigationOpen} onToggleNavigation={navigation.toggle} />
      </AppShell.Header>
      <AppShell.Navbar aria-label={t`Main`} p="sm">
        <Navigation onNavigate={navigation.close} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} miw={0}>
        <GuestBanner />
        <FailedDemoChange />
        <Outlet />
        <BasisHost />
      </AppShell.Main>
      <PaletteAndShortcuts />
      <ExplainHost />
      <SignedOut />
    </AppShell>
  );
}
