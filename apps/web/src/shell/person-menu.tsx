import { Menu, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { roleWords } from "../features/people/role-words.ts";
import { useCall } from "../features/access/use-call.ts";
import { useOrganisationId } from "../use-organisation.ts";
import { usePerson } from "../use-session.ts";
import { t } from "../words.ts";

export interface PersonMenuProps {
  opened: boolean;
  onChange: (opened: boolean) => void;
  /** The button it hangs from. */
  target: ReactElement;
}

/** One's account, what an admin looks after, and the way out. */
export function PersonMenu({ opened, onChange, target }: PersonMenuProps) {
  const params = { organisationId: useOrganisationId() };
  const person = usePerson();
  const signOut = useCall(
    (client) => client.call("signOut", {}),
    () => window.location.assign("/sign-in"),
  );
  return (
    <Menu
      opened={opened}
      onChange={onChange}
      position="bottom-end"
      width={240}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item renderRoot={(props) => <Link to="/$organisationId/account" params={params} {...props} />}>
          {t`Your account`}
          {person !== undefined && (
            <Text size="xs" opacity={0.85}>
              {person.name}, {roleWords[person.role].name.toLowerCase()}
            </Text>
          )}
        </Menu.Item>
        {(person?.role === "admin" || person?.role === "finance") && (
          <Menu.Item
            renderRoot={(props) => <Link to="/$organisationId/audit" params={params} {...props} />}
          >{t`Audit log`}</Menu.Item>
        )}
        {person?.role === "admin" && (
          <>
            <Menu.Item
              renderRoot={(props) => <Link to="/$organisationId/people" params={params} {...props} />}
            >{t`People and teams`}</Menu.Item>
            <Menu.Item
              renderRoot={(props) => <Link to="/$organisationId/service-keys" params={params} {...props} />}
            >{t`Service keys`}</Menu.Item>
            <Menu.Item
              renderRoot={(props) => <Link to="/$organisationId/jobs" params={params} {...props} />}
            >{t`Jobs`}</Menu.Item>
          </>
        )}
        <Menu.Divider />
        <Menu.Item onClick={() => signOut.send()}>{t`Sign out`}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
