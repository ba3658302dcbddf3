import { Anchor, Button, Paper, SimpleGrid, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { organisationsQuery } from "../../api.ts";
import { LookOnly } from "../access/look-only.tsx";
import { useCreateDemo } from "../../shell/demo-changes.ts";
import { usePerson } from "../../use-session.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { t, tx } from "../../words.ts";

/** Where nothing is yet: the ways to begin that the reader’s role has. */
export function EmptyPortfolio() {
  const organisationId = useOrganisationId();
  const { data } = useQuery(organisationsQuery);
  const demo = data?.rows.find((organisation) => organisation.kind === "demo");
  const createDemo = useCreateDemo();
  const role = usePerson()?.role;
  if (role === "viewer")
    return (
      <LookOnly least="contributor">
        {t`Here stands what each initiative returned, once somebody has begun one. To begin one yourself, ask an admin for the role of contributor.`}{" "}
        {demo !== undefined && tx`Until then there is ${<DemoLink organisationId={demo.organisationId} />}.`}
      </LookOnly>
    );
  return (
    <SimpleGrid cols={{ base: 1, md: demo !== undefined || role === "admin" ? 3 : 2 }} spacing="md">
      <Way
        title={t`Start with one sentence`}
        text={t`The outcome, with a number and a date. It becomes the KPI, the baseline and the target.`}
      >
        <Button
          renderRoot={(props) => <Link to="/$organisationId/new" params={{ organisationId }} {...props} />}
        >{t`State an outcome`}</Button>
      </Way>
      <Way
        title={t`Import a spreadsheet`}
        text={t`One row a week, a day or a lead. You see what would change before anything is written.`}
      >
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/$organisationId/import" params={{ organisationId }} {...props} />}
        >{t`Import a file`}</Button>
      </Way>
      {(demo !== undefined || role === "admin") && (
        <Way
          title={t`Look around first`}
          text={t`Twelve made-up initiatives over a year, kept apart from your own and deleted in one click.`}
        >
          {demo === undefined ? (
            <Button
              variant="default"
              loading={createDemo.isPending}
              onClick={() => createDemo.mutate()}
            >{t`Explore the demo`}</Button>
          ) : (
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link
                  to="/$organisationId/portfolio"
                  params={{ organisationId: demo.organisationId }}
                  {...props}
                />
              )}
            >{t`Explore the demo`}</Button>
          )}
        </Way>
      )}
    </SimpleGrid>
  );
}

function DemoLink({ organisationId }: { organisationId: string }) {
  return (
    <Anchor
      inherit
      underline="always"
      renderRoot={(props) => <Link to="/$organisationId/portfolio" params={{ organisationId }} {...props} />}
    >{t`a demo with made-up initiatives`}</Anchor>
  );
}

function Way({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Paper withBorder p="lg" style={{ display: "flex", flexDirection: "column", alignItems: "flex-start" }}>
      <Title order={2} fz={18}>
        {title}
      </Title>
      <Text size="sm" c="dimmed" mt={4} mb="md" flex={1}>
        {text}
      </Text>
      {children}
    </Paper>
  );
}
