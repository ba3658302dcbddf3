import type { ReactNode } from "react";
import { PageHeader } from "../../components/page-header.tsx";
import { usePerson } from "../../use-session.ts";
import { roleWords } from "../people/role-words.ts";
import { ForRoles } from "./for-roles.tsx";
import { t } from "../../words.ts";

/** What admins look after; anybody else is told so, in place of buttons that would be refused. */
export function AdminsOnly({ title, children }: { title: string; children: ReactNode }) {
  return (
    <ForRoles title={title} roles={["admin"]} others={<ForAdmins />}>
      {children}
    </ForRoles>
  );
}

function ForAdmins() {
  const { name } = roleWords[usePerson()?.role ?? "viewer"];
  return (
    <PageHeader
      title={t`This is for admins`}
      subline={t`Your role is ${name.toLowerCase()}. An admin can change it.`}
    />
  );
}
