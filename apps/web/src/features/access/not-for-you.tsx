import { List, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { PageHeader } from "../../components/page-header.tsx";
import { usePerson } from "../../use-session.ts";
import { roleWords } from "../people/role-words.ts";
import { PageLinkInSentence } from "../../components/page-link.tsx";
import { t, tx } from "../../words.ts";

interface NotForYouProps {
  /** Whose page it is: "This is for admins". */
  title: string;
  /** Why, and whom to ask. */
  children: ReactNode;
}

/** In place of a page that the reader’s role may not see: whose it is, what their role may, and where to go on. */
export function NotForYou({ title, children }: NotForYouProps) {
  const { name, may } = roleWords[usePerson()?.role ?? "viewer"];
  return (
    <>
      <PageHeader title={title} subline={children} />
      <Stack gap="xs" maw={860}>
        <Text>
          {t`Your role: ${name}.`} {`${may}.`}
        </Text>
        <List spacing={4}>
          <List.Item>{tx`${<PageLinkInSentence to="/$organisationId/settings">{t`Settings`}</PageLinkInSentence>}: what you can look up or set with your role`}</List.Item>
          <List.Item>{tx`${<PageLinkInSentence to="/$organisationId/portfolio">{t`Portfolio`}</PageLinkInSentence>}: all initiatives`}</List.Item>
        </List>
      </Stack>
    </>
  );
}
