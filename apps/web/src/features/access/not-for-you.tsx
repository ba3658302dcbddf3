import { Anchor, List, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PageHeader } from "../../components/page-header.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { roleWords } from "../people/role-words.ts";
import { t, tx } from "../../words.ts";

interface NotForYouProps {
  /** Whose page it is: "This is for admins". */
  title: string;
  /** Why, and whom to ask. */
  children: ReactNode;
}

/** In place of a page that the reader’s role may not see: whose it is, what their role may, and where to go on. */
export function NotForYou({ title, children }: NotForYouProps) {
  const organisationId = useOrganisationId();
  const { name, may } = roleWords[usePerson()?.role ?? "viewer"];
  const link = (to: "/$organisationId/portfolio" | "/$organisationId/settings", words: string) => (
    <Anchor
      inherit
      underline="always"
      renderRoot={(props) => <Link to={to} params={{ organisationId }} {...props} />}
    >
      {words}
    </Anchor>
  );
  return (
    <>
      <PageHeader title={title} subline={children} />
      <Stack gap="xs" maw={860}>
        <Text>
          {t`Your role: ${name}.`} {`${may}.`}
        </Text>
        <List spacing={4}>
          <List.Item>{tx`${link("/$organisationId/settings", t`Settings`)}: what you can look up or set with your role`}</List.Item>
          <List.Item>{tx`${link("/$organisationId/portfolio", t`Portfolio`)}: all initiatives`}</List.Item>
        </List>
      </Stack>
    </>
  );
}
