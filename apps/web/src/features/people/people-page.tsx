import type { HandedLink, Person } from "@liftledger/contracts/access";
import { Button, Card, Skeleton, Stack } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { AdminsOnly } from "../access/admins-only.tsx";
import { peopleQuery, teamsQuery } from "../access/queries.ts";
import { InviteDialog } from "./invite-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { PeopleTable } from "./people-table.tsx";
import { PersonDrawer } from "./person-drawer.tsx";
import { TeamsCard } from "./teams-card.tsx";
import { t } from "../../words.ts";

type Handed = HandedLink & { name: string };

/** Who may sign in, with which role and in which teams; owners somebody named stand there too. */
export function PeoplePage() {
  return (
    <AdminsOnly title={t`People and teams`}>
      <PeopleAndTeams />
    </AdminsOnly>
  );
}

function PeopleAndTeams() {
  const people = useQuery(peopleQuery);
  const teamList = useQuery(teamsQuery);
  const teams = teamList.data?.rows ?? [];
  const openTeams = teams.filter(({ retired }) => retired === null);
  const [inviting, setInviting] = useState<Person | "new" | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [handed, setHanded] = useState<Handed | null>(null);
  const rows = people.data?.rows ?? [];
  const open = rows.find((person) => person.personId === openId);
  return (
    <>
      <PageHeader
        title={t`People and teams`}
        subline={t`Nobody signs up by themselves: you invite people and hand them their link. A change of role or team counts from their next click.`}
        aside={
          <Button
            leftSection={<IconUserPlus size={16} aria-hidden />}
            // Its dialog asks for the teams.
            loading={teamList.isPending}
            onClick={() => setInviting("new")}
          >{t`Invite somebody`}</Button>
        }
      />
      <Stack gap="md">
        {people.isError && (
          <FailedQuery
            what={t`The people could not be loaded.`}
            error={people.error}
            onRetry={() => void people.refetch()}
            retrying={people.isFetching}
          />
        )}
        {people.isPending && <Skeleton height={320} radius="md" />}
        {people.data !== undefined && (
          <Card withBorder padding="sm">
            <PeopleTable people={rows} onOpen={setOpenId} />
          </Card>
        )}
        <TeamsCard teams={teams} people={rows} />
      </Stack>
      {inviting !== null && (
        <InviteDialog
          teams={openTeams}
          known={inviting === "new" ? undefined : inviting}
          onClose={() => setInviting(null)}
          onInvited={({ person, invitation }) => setHanded({ ...invitation, name: person.name })}
        />
      )}
      {open !== undefined && (
        <PersonDrawer
          key={open.personId}
          person={open}
          teams={openTeams}
          onClose={() => setOpenId(null)}
          onLink={(link) => {
            setOpenId(null);
            setHanded({ ...link, name: open.name });
          }}
          onInvite={() => {
            setOpenId(null);
            setInviting(open);
          }}
        />
      )}
      {handed !== null && <LinkDialog handed={handed} onClose={() => setHanded(null)} />}
    </>
  );
}
