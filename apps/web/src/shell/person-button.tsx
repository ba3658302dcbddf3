import { ActionIcon, Button } from "@mantine/core";
import { IconUser } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useIsGuest, usePerson } from "../use-session.ts";
import { t } from "../words.ts";

const loadMenu = () => import("./person-menu.tsx");
const PersonMenu = lazy(() => loadMenu().then((module) => ({ default: module.PersonMenu })));

/** Who is signed in, with what they can do about it. The menu is fetched when somebody is about to open it. */
export function PersonButton() {
  const person = usePerson();
  const isGuest = useIsGuest();
  const [asked, setAsked] = useState(false);
  const [opened, setOpened] = useState(false);
  if (isGuest) {
    return (
      <Button
        variant="default"
        h={34}
        px="sm"
        component="a"
        href="/sign-in"
        visibleFrom="xs"
      >{t`Set up`}</Button>
    );
  }
  const button = (
    <ActionIcon
      variant="default"
      size={34}
      aria-label={person === undefined ? t`You` : t`You: ${person.name}`}
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
      <IconUser size={18} stroke={1.7} />
    </ActionIcon>
  );
  if (!asked) return button;
  return (
    <Suspense fallback={button}>
      <PersonMenu opened={opened} onChange={setOpened} target={button} />
    </Suspense>
  );
}
