import type { HandedLink, Person, Team } from "@liftledger/contracts/access";
import { Button, Drawer, Group, Stack, Text } from "@mantine/core";
import { ChangePersonForm } from "./change-person-form.tsx";
import { PersonActions } from "./person-actions.tsx";
import { stateWords } from "./role-words.ts";
import { t } from "../../words.ts";

export interface PersonDrawerProps {
  person: Person;
  teams: readonly Team[];
  onClose: () => void;
  onLink: (link: HandedLink) => void;
  onInvite: () => void;
}

/** One person: name, role and teams, links to hand over, and what takes access away. */
export function PersonDrawer({ person, teams, onClose, onLink, onInvite }: PersonDrawerProps) {
  const hasAccount = person.state === "active" || person.state === "invited";
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={person.name}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {[person.email, stateWords[person.state]].filter((fact) => fact !== null).join(" · ")}
        </Text>
        {hasAccount ? (
          <ChangePersonForm key={person.version} person={person} teams={teams} onSaved={onClose} />
        ) : (
          <Group>
            <Button onClick={onInvite}>{t`Give them an account`}</Button>
          </Group>
        )}
        <PersonActions person={person} onLink={onLink} />
      </Stack>
    </Drawer>
  );
}
