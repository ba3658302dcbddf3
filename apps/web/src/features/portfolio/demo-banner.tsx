import { Anchor, Group, Paper, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { DeleteDemoButton } from "../../shell/delete-demo-button.tsx";
import { t, tx } from "../../words.ts";

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
      aria-label={t`About the demo`}
    >
      <Group justify="space-between" gap="xs">
        <Text size="sm" flex="1 1 280px">
          <strong>{t`A demo with made-up numbers.`}</strong> {t`Click any number to see how it came about.`}{" "}
          {tx`Your own begins ${(
            <Anchor
              inherit
              underline="always"
              renderRoot={(props) => (
                <Link to="/$organisationId/new" params={{ organisationId: "default" }} {...props} />
              )}
            >{t`with one sentence`}</Anchor>
          )} or ${(
            <Anchor
              inherit
              underline="always"
              renderRoot={(props) => (
                <Link to="/$organisationId/import" params={{ organisationId: "default" }} {...props} />
              )}
            >{t`a spreadsheet`}</Anchor>
          )}.`}
        </Text>
        <DeleteDemoButton hiddenFrom="sm" />
      </Group>
    </Paper>
  );
}
