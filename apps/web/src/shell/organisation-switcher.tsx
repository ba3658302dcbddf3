import { Button, Menu, Text } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { organisationsQuery } from "../api.ts";
import { useOrganisation, useOrganisationId } from "../use-organisation.ts";
import { useCreateDemo, useDeleteDemo } from "./demo-changes.ts";

/** Which organisation one looks at; makes the demo anew or deletes it. */
export function OrganisationSwitcher() {
  const organisationId = useOrganisationId();
  const current = useOrganisation();
  const { data } = useQuery(organisationsQuery);
  const navigate = useNavigate();
  const createDemo = useCreateDemo();
  const deleteDemo = useDeleteDemo();
  const organisations = data?.rows ?? [];
  const hasDemo = organisations.some((organisation) => organisation.kind === "demo");
  return (
    <Menu position="bottom-start" width={260} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
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
          aria-label={`Organisation: ${current?.name ?? organisationId}. Switch`}
        >
          <Text span truncate fz="sm" fw={500}>
            {current?.name ?? organisationId}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {organisations.map((organisation) => (
          <Menu.Item
            key={organisation.organisationId}
            rightSection={
              organisation.organisationId === organisationId ? (
                <IconCheck size={14} aria-label="shown" />
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
            <Text size="xs" c="dimmed">
              {organisation.kind === "demo" ? "Demo, " : ""}
              {organisation.initiatives} initiatives
            </Text>
          </Menu.Item>
        ))}
        <Menu.Divider />
        {hasDemo ? (
          <Menu.Item onClick={() => deleteDemo.mutate()}>Delete the demo</Menu.Item>
        ) : (
          <Menu.Item onClick={() => createDemo.mutate()}>Explore a demo</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
