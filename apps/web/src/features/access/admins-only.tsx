import type { ReactNode } from "react";
import { PageHeader } from "../../components/page-header.tsx";
import { usePerson } from "../../use-session.ts";
import { roleWords } from "../people/role-words.ts";
import { t } from "../../words.ts";

/** What admins look after; anybody else is told so, in place of buttons that would be refused. */
export function AdminsOnly({ children }: { children: ReactNode }) {
  const role = usePerson()?.role;
  if (role === undefined) return null;
  if (role === "admin") return children;
  return (
    <PageHeader
      title={t`This is for admins`}
      subline={t`Your role is ${roleWords[role].name.toLowerCase()}. An admin can change it.`}
    />
  );
}
