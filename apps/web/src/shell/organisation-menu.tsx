import { Menu, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { organisationsQuery } from "../api.ts";

import { useOrganisationId } from "../use-organisation.ts";
import { usePerson } from "../use-session.ts";
import { useCreateDemo, useDeleteDemo } from "./demo-changes.ts";
import { form, plural, t } from "../words.ts";

export interface OrganisationMenuProps {
  opened: boolean;
  onChange: (opened: boolean) => void;
  /** The button it hangs from. */
  target: ReactElement;
}

/** The organisations to choose from; its settings; makes the demo anew or deletes it. */
export function OrganisationMenu({ opened, onChange, target }: OrganisationMenuProps) {
  const organisationId = useOrganisationId();
  const { data } = useQuery(organisationsQuery);
  const navigate = useNavigate();
  const createDemo = useCreateDemo();
  const deleteDemo = useDeleteDemo();
  const organisations = data?.rows ?? [];
  const isAdmin = usePerson()?.role === "admin";
  const hasDemo = organisations.some((organisation) => organisation.kind === "demo");
  return (
    <Menu
      opened={opened}
      onChange={onChange}
      position="bottom-start"
      width={260}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {organisations.map((organisation) => (
          <Menu.Item
            key={organisation.organisationId}
            rightSection={
              organisation.organisationId === organisationId ? (
                <IconCheck size={14} aria-label={t`shown`} />
              ) : null
            }
            onClick={() =>
              void navigate({
                to: "/$organisationId/portfolio",
                params: { organisationId: organisation.organisationId },
              })
            }
          >
            {organisation.name}
            <Text size="xs" opacity={0.85}>
              {plural(
                organisation.initiatives,
                form`${organisation.initiatives} initiative`,
                form`${organisation.initiatives} initiatives`,
              )}
            </Text>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          renderRoot={(props) => (
            <Link to="/$organisationId/settings" params={{ organisationId }} {...props} />
          )}
        >
          {t`Settings`}
        </Menu.Item>
        {isAdmin &&
          (hasDemo ? (
            <Menu.Item onClick={() => deleteDemo.mutate()}>{t`Delete the demo`}</Menu.Item>
          ) : (
            <Menu.Item onClick={() => createDemo.mutate()}>{t`Explore a demo`}</Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
