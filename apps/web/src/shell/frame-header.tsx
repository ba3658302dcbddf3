import {
  ActionIcon,
  Badge,
  Burger,
  Anchor,
  Button,
  Group,
  Kbd,
  useComputedColorScheme,
  useMantineColorScheme,
} from "@mantine/core";
import { useOs } from "@mantine/hooks";
import { IconMoon, IconQuestionMark, IconSearch, IconSun } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useOrganisation, useOrganisationId } from "../use-organisation.ts";
import { DeleteDemoButton } from "./delete-demo-button.tsx";
import { OrganisationSwitcher } from "./organisation-switcher.tsx";
import { openPalette, openShortcuts } from "./overlay-events.ts";
import { PersonButton } from "./person-button.tsx";
import { t } from "../words.ts";

export interface FrameHeaderProps {
  navigationOpen: boolean;
  onToggleNavigation: () => void;
}

/** Name, organisation, demo badge, search, shortcuts, theme. */
export function FrameHeader({ navigationOpen, onToggleNavigation }: FrameHeaderProps) {
  const organisationId = useOrganisationId();
  const isDemo = useOrganisation()?.kind === "demo";
  return (
    <Group h="100%" px={{ base: "xs", sm: "md" }} justify="space-between" wrap="nowrap" gap="xs">
      <Group gap="xs" wrap="nowrap" miw={0}>
        <Burger
          opened={navigationOpen}
          onClick={onToggleNavigation}
          hiddenFrom="md"
          size="sm"
          aria-label={navigationOpen ? t`Close the navigation` : t`Open the navigation`}
          aria-expanded={navigationOpen}
        />
        <Anchor
          fw={800}
          fz="lg"
          c="var(--mantine-color-text)"
          underline="never"
          visibleFrom="xs"
          renderRoot={(props) => (
            <Link to="/$organisationId/portfolio" params={{ organisationId }} {...props} />
          )}
        >
          {/* no text: the name */ "Liftledger"}
        </Anchor>
        <OrganisationSwitcher />
        {isDemo && (
          <>
            <Badge
              variant="outline"
              color="gray"
              tt="none"
              c="var(--mantine-color-text)"
              style={{ flex: "none" }}
            >{t`Demo`}</Badge>
            <DeleteDemoButton visibleFrom="sm" />
          </>
        )}
      </Group>
      <Group gap="xs" wrap="nowrap">
        <SearchButton />
        <ActionIcon
          variant="default"
          size={34}
          aria-label={t`Keyboard shortcuts`}
          onClick={openShortcuts}
          visibleFrom="sm"
        >
          <IconQuestionMark size={18} stroke={1.7} />
        </ActionIcon>
        <ThemeSwitch />
        <PersonButton />
      </Group>
    </Group>
  );
}

function SearchButton() {
  const keys = useOs() === "macos" ? "⌘K" : t`Ctrl K`;
  return (
    <>
      <Button
        variant="default"
        h={34}
        px="sm"
        visibleFrom="xs"
        leftSection={<IconSearch size={16} stroke={1.9} aria-hidden />}
        rightSection={<Kbd size="xs">{keys}</Kbd>}
        onClick={openPalette}
      >{t`Search`}</Button>
      <ActionIcon variant="default" size={34} hiddenFrom="xs" aria-label={t`Search`} onClick={openPalette}>
        <IconSearch size={18} stroke={1.9} />
      </ActionIcon>
    </>
  );
}

function ThemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  const next = scheme === "dark" ? "light" : "dark";
  return (
    <ActionIcon
      variant="default"
      size={34}
      aria-label={next === "light" ? t`Switch to light colours` : t`Switch to dark colours`}
      onClick={() => setColorScheme(next)}
    >
      {scheme === "dark" ? <IconSun size={18} stroke={1.7} /> : <IconMoon size={18} stroke={1.7} />}
    </ActionIcon>
  );
}
