import type { ListedTeam } from "@liftledger/contracts/access";
import { Button, Group, Table } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { clientOf } from "../../api.ts";
import { RenameForm } from "../../components/rename-form.tsx";
import { useCall } from "../access/use-call.ts";
import { RetirementControls } from "../retirement/retirement-controls.tsx";
import { RetiredBadge } from "../retirement/show-retired.tsx";
import { t } from "../../words.ts";

/** One team: who is in it, its name, and whether it is retired. */
export function TeamRow({ team, members }: { team: ListedTeam; members: readonly string[] }) {
  const [renaming, setRenaming] = useState(false);
  const { teamId, name, version, retired } = team;
  const rename = useCall(
    (client, wanted: string, idempotencyKey) =>
      client.call("renameTeam", { params: { teamId }, body: { name: wanted, version }, idempotencyKey }),
    () => setRenaming(false),
  );
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {renaming ? (
          <RenameForm name={name} write={rename} onCancel={() => setRenaming(false)} />
        ) : (
          <Group gap="xs">
            {name}
            <RetiredBadge retired={retired} />
          </Group>
        )}
      </Table.Th>
      <Table.Td data-label={t`People`}>{members.join(", ") || t`nobody yet`}</Table.Td>
      <Table.Td>
        {!renaming && (
          <Group gap="xs" justify="flex-end">
            {retired === null && (
              <Button
                size="xs"
                variant="default"
                aria-label={t`Rename ${name}`}
                onClick={() => setRenaming(true)}
              >{t`Rename`}</Button>
            )}
            <TeamRetirement team={team} />
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Teams are the company's, whichever organisation is looked at. */
function TeamRetirement({ team: { teamId, name, version, retired } }: { team: ListedTeam }) {
  const queryClient = useQueryClient();
  const params = { teamId };
  const home = clientOf("default");
  const thenAskAnew = async (done: Promise<unknown>) => {
    await done;
    void queryClient.invalidateQueries({ queryKey: ["access"] });
  };
  return (
    <RetirementControls
      thing={`team:${teamId}`}
      needs="admin"
      size="xs"
      name={name}
      retired={retired}
      explained={t`It can be given to nobody and to no initiative any more. What was its own stays, and it can be restored.`}
      retire={(_client, reason, idempotencyKey) =>
        thenAskAnew(home.call("retireTeam", { params, body: { version, reason }, idempotencyKey }))
      }
      restore={(_client, idempotencyKey) =>
        thenAskAnew(home.call("restoreTeam", { params, body: { version }, idempotencyKey }))
      }
    />
  );
}
