import type { MemberRole, Team } from "@liftledger/contracts/access";
import { Checkbox, NativeSelect, SimpleGrid, Text } from "@mantine/core";
import { roleChoices, roleWords } from "./role-words.ts";
import { t } from "../../words.ts";

export interface RoleAndTeamsProps {
  role: MemberRole;
  teamIds: readonly string[];
  teams: readonly Team[];
  onChange: (next: { role: MemberRole; teamIds: string[] }) => void;
}

/** What somebody may do, and whose things are their own. */
export function RoleAndTeams({ role, teamIds, teams, onChange }: RoleAndTeamsProps) {
  const kept = [...teamIds];
  return (
    <>
      <NativeSelect
        label={t`Role`}
        description={roleWords[role].may}
        data={roleChoices}
        value={role}
        onChange={({ currentTarget }) => {
          const chosen = roleChoices.find((choice) => choice.value === currentTarget.value);
          if (chosen !== undefined) onChange({ role: chosen.value, teamIds: kept });
        }}
      />
      <Checkbox.Group
        label={t`Teams`}
        description={t`A contributor changes what belongs to these`}
        value={kept}
        onChange={(chosen) => onChange({ role, teamIds: chosen })}
      >
        {teams.length === 0 && (
          <Text
            size="sm"
            mt={4}
          >{t`There is no team yet. The first initiative names one, or add one below the people.`}</Text>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
          {teams.map((team) => (
            <Checkbox key={team.teamId} value={team.teamId} label={team.name} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
    </>
  );
}
