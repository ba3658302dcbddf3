import { Anchor, Group, Paper, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { DeleteDemoButton } from "../../shell/delete-demo-button.tsx";

/** Says that nothing here is real, gives the one hint, and the ways on. */
export function DemoBanner() {
  return (
    <Paper
      withBorder
      px="md"
      py="xs"
      mb="md"
      component="aside"
      className="not-printed"
      aria-label="About the demo"
    >
      <Group justify="space-between" gap="xs">
        <Text size="sm" flex="1 1 280px">
          <strong>A demo with made-up numbers.</strong> Click any number to see how it came about. Your own
          begins{" "}
          <Anchor
            inherit
            underline="always"
            renderRoot={(props) => (
              <Link to="/$organisationId/new" params={{ organisationId: "default" }} {...props} />
            )}
          >
            with one sentence
          </Anchor>{" "}
          or{" "}
          <Anchor
            inherit
            underline="always"
            renderRoot={(props) => (
              <Link to="/$organisationId/import" params={{ organisationId: "default" }} {...props} />
            )}
          >
            a spreadsheet
          </Anchor>
          .
        </Text>
        <DeleteDemoButton hiddenFrom="sm" />
      </Group>
    </Paper>
  );
}
