import { Button, Text } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useOrganisation, useOrganisationId } from "../use-organisation.ts";
import { t } from "../words.ts";

const loadMenu = () => import("./organisation-menu.tsx");
const OrganisationMenu = lazy(() => loadMenu().then((module) => ({ default: module.OrganisationMenu })));
/** Which organisation one looks at. The menu is fetched when somebody is about to open it. */
export function OrganisationSwitcher() {
  const organisationId = useOrganisationId();
  const organisation = useOrganisation();
  const name = organisation?.name ?? organisationId;
  const [asked, setAsked] = useState(false);
  const [opened, setOpened] = useState(false);
  const button = (
    <Button
      variant="subtle"
      color="gray"
      c="dimmed"
      px="xs"
      h={34}
      fw={500}
      miw={0}
      maw={{ base: 128, xs: 200, md: 280 }}
      rightSection={<IconChevronDown size={14} aria-hidden />}
      aria-label={t`Organisation: ${name}. Switch`}
      aria-haspopup="menu"
      aria-expanded={opened}
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      onClick={() => {
        if (asked) return;
        setAsked(true);
        setOpened(true);
      }}
    >
      <Text span truncate fz="sm" fw={500}>
        {name}
      </Text>
    </Button>
  );
  if (!asked) return button;
  return (
    <Suspense fallback={button}>
      <OrganisationMenu opened={opened} onChange={setOpened} target={button} />
    </Suspense>
  );
}
