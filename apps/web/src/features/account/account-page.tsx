import { SimpleGrid } from "@mantine/core";
import { PageHeader } from "../../components/page-header.tsx";
import { usePerson } from "../../use-session.ts";
import { roleWords } from "../people/role-words.ts";
import { PasswordCard } from "./password-card.tsx";
import { ReadingCard } from "./reading-card.tsx";
import { SessionsCard } from "./sessions-card.tsx";
import { TwoFactorCard } from "./two-factor-card.tsx";
import { t } from "../../words.ts";

/** One's own account: password, authenticator app, where one is signed in. */
export function AccountPage() {
  const person = usePerson();
  if (person === undefined) return <PageHeader title={t`Your account`} />;
  const teams = person.teams.map((team) => team.name).join(", ");
  const facts = [person.email, roleWords[person.role].name, teams].filter((fact) => fact !== "");
  return (
    <>
      <PageHeader title={person.name} subline={facts.join(" · ")} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" style={{ alignItems: "start" }}>
        <PasswordCard />
        <TwoFactorCard isOn={person.twoFactor} />
      </SimpleGrid>
      <ReadingCard reading={person.reading} />
      <SessionsCard />
    </>
  );
}
