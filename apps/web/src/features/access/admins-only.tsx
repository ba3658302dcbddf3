import type { ReactNode } from "react";
import { PageHeader } from "../../components/page-header.tsx";
import { usePerson } from "../../use-session.ts";
import { roleWords } from "../people/role-words.ts";

/** What admins look after; anybody else is told so, in place of buttons that would be refused. */
export function AdminsOnly({ children }: { children: ReactNode }) {
  const role = usePerson()?.role;
  if (role === undefined) return null;
  if (role === "admin") return children;
  return (
    <PageHeader
      title="This is for admins"
      subline={`Your role is ${roleWords[role].name.toLowerCase()}. An admin can change it.`}
    />
  );
}
