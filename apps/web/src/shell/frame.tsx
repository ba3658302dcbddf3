import { useDisclosure } from "@mantine/hooks";
import { Outlet } from "@tanstack/react-router";
import { followClock } from "../components/organisation-clock.ts";
import { BasisHost } from "../features/explain/basis-host.tsx";
import { ExplainHost } from "../features/explain/explain-host.tsx";
import { useOrganisation } from "../use-organisation.ts";
import { FailedDemoChange } from "./failed-demo-change.tsx";
import classes from "./frame.module.css";
import { FrameHeader } from "./frame-header.tsx";
import { GuestBanner } from "./guest-banner.tsx";
import { Navigation } from "./navigation.tsx";
import { PaletteAndShortcuts } from "./palette-and-shortcuts.tsx";
import { SignedOut } from "./signed-out.tsx";
import { UnsaidFailures } from "./unsaid-failures.tsx";
import { t } from "../words.ts";

/** The frame of every page of an organisation: header, left navigation, and the overlays that any page may open. */
export function Frame() {
  // Before anything below it tells a time.
  followClock(useOrganisation()?.timeZone);
  const [navigationOpen, navigation] = useDisclosure(false);
  return (
    <>
      <a className="skip-link" href="#main">{t`Skip to the content`}</a>
      <header className={classes.header}>
        <FrameHeader navigationOpen={navigationOpen} onToggleNavigation={navigation.toggle} />
      </header>
      <nav className={classes.navigation} data-open={navigationOpen || undefined} aria-label={t`Main`}>
        <Navigation onNavigate={navigation.close} />
      </nav>
      <main className={classes.main} id="main" tabIndex={-1}>
        <GuestBanner />
        <FailedDemoChange />
        <UnsaidFailures />
        <Outlet />
        <BasisHost />
      </main>
      <PaletteAndShortcuts />
      <ExplainHost />
      <SignedOut />
    </>
  );
}
