import type { ReactNode } from "react";
import { ForRoles } from "./for-roles.tsx";
import { NotForYou } from "./not-for-you.tsx";
import { t } from "../../words.ts";

/** What admins look after; anybody else is told so, in place of buttons that would be refused. */
export function AdminsOnly({ title, children }: { title: string; children: ReactNode }) {
  const others = (
    <NotForYou
      title={t`This is for admins`}
    >{t`“${title}” is looked after by the admins of your company. Tell one of them what should change, or ask for the role.`}</NotForYou>
  );
  return (
    <ForRoles title={title} roles={["admin"]} others={others}>
      {children}
    </ForRoles>
  );
}
